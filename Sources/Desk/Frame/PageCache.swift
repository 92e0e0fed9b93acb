// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Ledger
import Synchronization

/// Keeps pages that were made for as long as nothing in the ledger changes, for the same reader, language and looks.
struct PageCache: RouterMiddleware {
    let workplace: Workplace
    private let pages = KeptPages()

    init(workplace: Workplace) { self.workplace = workplace }

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, !request.uri.path.hasPrefix("/add") else {
            return try await next(request, context)
        }
        // Taken before the page is made: what changes meanwhile makes the page old at once.
        let key = KeptPages.Key(
            address: request.uri.string, cookies: request.headers[values: .cookie].joined(separator: ";"),
            language: context.language, user: context.user, token: context.formToken, day: workplace.today,
            state: workplace.ledger.state)
        if let kept = pages[key] {
            return Response(status: .ok, headers: kept.headers, body: ResponseBody(byteBuffer: kept.body))
        }
        let response = try await next(request, context)
        guard response.status == .ok, response.headers[.contentType]?.hasPrefix("text/html") == true,
            response.headers[.setCookie] == nil, let length = response.body.contentLength, length <= KeptPages.largest
        else { return response }
        let copy = BodyCopy()
        try await response.body.write(copy)
        let body = copy.buffer
        pages.keep(KeptPages.Page(headers: response.headers, body: body), key)
        return Response(status: .ok, headers: response.headers, body: ResponseBody(byteBuffer: body))
    }
}

/// The pages themselves, the oldest of which make room for new ones.
private final class KeptPages: Sendable {
    struct Key: Hashable, Sendable {
        let address: String
        let cookies: String
        let language: PageLanguage
        let user: DeskUser?
        let token: String
        let day: String
        let state: LedgerState
    }

    struct Page: Sendable {
        let headers: HTTPFields
        let body: ByteBuffer
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
