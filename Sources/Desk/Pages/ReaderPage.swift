// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Hummingbird
import Ledger

/// The article of a source with every entry marked in the text and listed beside it: `/sources/ID`.
struct ReaderPage {
    let workplace: Workplace

    func addRoutes(to router: Router<DeskContext>) {
        router.get("sources/:id") { request, context in try await read(request, context) }
        router.get("sources/:id/snapshot") { request, context in try await snapshot(request, context) }
    }

    private func read(_ request: Request, _ context: DeskContext) async throws -> Response {
        let id = try context.part("id")
        let fields = QueryFields(request.uri.query)
        let asked = Self.range(fields["at"])
        let words = try workplace.words(context.language)
        let (view, title) = try await workplace.ask { ledger in
            let source = try SourceLookup(ledger: ledger).source(id)
            guard let reading = try ledger.reading(ofSource: source.id) else { throw DeskError(.notFound, "") }
            let view = try ReaderView(
                source: source, reading: reading, found: try ledger.entries(ofSource: source.id),
                byHand: try ledger.handEntries(citing: source.id), views: EntryViews(words)
            ).view(asked: asked)
            return (view, reading.article.title ?? words["reader.untitled"])
        }
        return try workplace.page("reader", view, title: title, for: request, context)
    }

    /// The bytes as they came, given as plain text so that nothing in them can run.
    private func snapshot(_ request: Request, _ context: DeskContext) async throws -> Response {
        let id = try context.part("id")
        let snapshot = try await workplace.ask { ledger in
            try ledger.snapshot(ofSource: try SourceLookup(ledger: ledger).source(id).id)
        }
        guard let snapshot else { throw DeskError(.notFound, "") }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .xContentTypeOptions: "nosniff",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: String(decoding: snapshot.bytes, as: UTF8.self))))
    }

    /// Two numbers of Unicode scalars such as `120-180`.
    static func range(_ text: String?) -> Range<Int>? {
        let ends = (text ?? "").split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] >= 0, ends[0] < ends[1] else { return nil }
        return ends[0]..<ends[1]
    }
}

/// Finds a source by what stands in an address: its whole id, or the beginning of its fingerprint.
struct SourceLookup {
    let ledger: Ledger

    /// The source; throws `DESK-001` where there is none.
    func source(_ id: String) throws -> SourceRow {
        let whole = id.hasPrefix("sha256:") ? id : try ledger.sourceId(beginning: id)
        guard let whole, let source = try ledger.source(whole) else { throw DeskError(.notFound, "") }
        return source
    }
}
