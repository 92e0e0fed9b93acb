// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Pages that are kept, the oldest of which make room for new ones, and pages that are being made.
final class PageShelf: Sendable {
    /// All that a page depends on.
    struct Key: Hashable, Sendable {
        let address: String
        let looks: [String]
        let seen: Int64
        let language: PageLanguage
        let role: Role
        let hasToken: Bool
        let day: String
        let version: Int

        /// About how many bytes it takes, which whoever asks can make large.
        fileprivate var size: Int { 256 + address.utf8.count }
    }

    /// What is to be done for a page.
    enum Turn: Sendable {
        /// It is here.
        case kept(KeptPage)
        /// It is to be made, and `settle` is to be told of it, since others wait.
        case toMake
        /// It is to be made, and it is of no use to others.
        case toMakeAlone
    }

    private struct State: Sendable {
        var pages: [Key: KeptPage] = [:]
        var order: [Key] = []
        var bytes = 0
        var waiting: [Key: [CheckedContinuation<Turn, Never>]] = [:]
    }

    /// The largest page that is kept, in bytes.
    static let largest = 1 << 20
    /// All pages together with what they are kept by, in bytes.
    private let room: Int
    private let state = Mutex(State())

    /// Makes a shelf for so many bytes.
    init(room: Int = 64 << 20) { self.room = room }

    /// The page, or whose turn it is to make it; waits where somebody is making it.
    func turn(_ key: Key) async -> Turn {
        await withCheckedContinuation { continuation in
            let turn = state.withLock { state -> Turn? in
                if let page = state.pages[key] { return .kept(page) }
                guard state.waiting[key] == nil else {
                    state.waiting[key]?.append(continuation)
                    return nil
                }
                state.waiting[key] = []
                return .toMake
            }
            if let turn { continuation.resume(returning: turn) }
        }
    }

    /// Says what came of the page: `nil` where it failed or is of no use to others.
    func settle(_ key: Key, _ page: KeptPage?) {
        let waiting = state.withLock { state in
            if let page { keep(page, key, in: &state) }
            return state.waiting.removeValue(forKey: key) ?? []
        }
        for continuation in waiting { continuation.resume(returning: page.map(Turn.kept) ?? .toMakeAlone) }
    }

    private func keep(_ page: KeptPage, _ key: Key, in state: inout State) {
        guard state.pages.updateValue(page, forKey: key) == nil else { return }
        state.order.append(key)
        state.bytes += page.size + key.size
        var gone = 0
        while state.bytes > room, gone < state.order.count {
            let old = state.order[gone]
            if let page = state.pages.removeValue(forKey: old) { state.bytes -= page.size + old.size }
            gone += 1
        }
        state.order.removeFirst(gone)
    }
}
