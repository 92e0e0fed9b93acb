// SPDX-License-Identifier: Apache-2.0

import Hashing
import Hummingbird
import Ledger
import Synchronization

/// Keeps pages that were made for as long as nothing in the ledger changes, for readers of the same name, language and
/// looks; what the forms of each browser carry is filled in when a page is given.
struct PageCache: RouterMiddleware {
    let workplace: Workplace
    private let pages = KeptPages()
    /// Stands in a kept page where the token of the forms belongs; nobody outside ever sees it.
    private let blank = SecretToken().digest(for: "blank").description
    /// What pages look like depends on these cookies.
    private static let cookies = Preference.allCases.map(\.rawValue) + [TodayPage.cookie]

    init(workplace: Workplace) { self.workplace = workplace }

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, !request.uri.path.hasPrefix("/add") else {
            return try await next(request, context)
        }
        // Taken before the page is made: what changes meanwhile makes the page old at once.
        let key = KeptPages.Key(
            address: request.uri.string, cookies: Self.cookies.map { request.cookies[$0]?.value ?? "" },
            language: context.language, user: context.user, hasToken: !context.formToken.isEmpty,
            day: workplace.today, state: workplace.ledger.state)
        if let kept = pages[key] { return kept.response(token: context.formToken) }
        var made = context
        if key.hasToken { made.formToken = blank }
        let response = try await next(request, made)
        guard response.status == .ok, response.headers[.contentType]?.hasPrefix("text/html") == true,
            let length = response.body.contentLength
        else { return response }
        let copy = BodyCopy()
        try await response.body.write(copy)
        let page = KeptPages.Page(headers: response.headers, body: copy.buffer, blank: key.hasToken ? blank : nil)
        if length <= KeptPages.largest, response.headers[.setCookie] == nil { pages.keep(page, key) }
        return page.response(token: context.formToken)
    }
}

/// The pages themselves, the oldest of which make room for new ones.
private final class KeptPages: Sendable {
    struct Key: Hashable, Sendable {
        let address: String
        let cookies: [String]
        let language: PageLanguage
        let user: DeskUser?
        let hasToken: Bool
        let day: String
        let state: LedgerState
    }

    struct Page: Sendable {
        let headers: HTTPFields
        let body: ByteBuffer
        /// Where in the body, in bytes, the token is to be written.
        private let blanks: [Int]

        init(headers: HTTPFields, body: ByteBuffer, blank: String?) {
            self.headers = headers
            self.body = body
            blanks = blank.map { Self.places(of: Array($0.utf8), in: Array(buffer: body)) } ?? []
        }

        /// The page as the browser gets it whose forms carry `token`.
        func response(token: String) -> Response {
            var copy = body
            for place in blanks { copy.setString(token, at: body.readerIndex + place) }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: copy))
        }

        private static func places(of mark: [UInt8], in bytes: [UInt8]) -> [Int] {
            guard let first = mark.first else { return [] }
            var places: [Int] = []
            var index = bytes.startIndex
            while let start = bytes[index...].firstIndex(of: first) {
                if bytes[start...].starts(with: mark) { places.append(start) }
                index = start + 1
            }
            return places
        }
    }

    private struct Shelf: Sendable {
        var pages: [Key: Page] = [:]
        var order: [Key] = []
        var bytes = 0
    }

    /// The largest page that is kept, and all of them together, in bytes.
    static let largest = 1 << 20
    private static let room = 48 << 20

    private let shelf = Mutex(Shelf())

    subscript(key: Key) -> Page? { shelf.withLock { $0.pages[key] } }

    func keep(_ page: Page, _ key: Key) {
        shelf.withLock { shelf in
            guard shelf.pages.updateValue(page, forKey: key) == nil else { return }
            shelf.order.append(key)
            shelf.bytes += page.body.readableBytes
            var gone = 0
            while shelf.bytes > Self.room, gone < shelf.order.count {
                if let old = shelf.pages.removeValue(forKey: shelf.order[gone]) {
                    shelf.bytes -= old.body.readableBytes
                }
                gone += 1
            }
            shelf.order.removeFirst(gone)
        }
    }
}

/// Takes a body down.
private final class BodyCopy: ResponseBodyWriter {
    private(set) var buffer = ByteBuffer()

    func write(_ piece: ByteBuffer) async throws {
        var piece = piece
        buffer.writeBuffer(&piece)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
