// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@Suite("The version of a ledger")
struct VersionTests {
    @Test("it changes with every change, by whoever makes it, and with nothing else")
    func state() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: "ledger.sqlite")
        let mine = try Ledger(at: url)
        let theirs = try Ledger(at: url)
        var known: Set<Int> = [try mine.version()]
        for (number, ledger) in [mine, theirs, mine, theirs].enumerated() {
            _ = try ledger.subscribe(Subscription(location: "https://feed.example/\(number)", since: "2024-01-01"))
            #expect(known.insert(try mine.version()).inserted)
            _ = try ledger.subscriptions()
            #expect(known.contains(try mine.version()))
        }
    }
}
