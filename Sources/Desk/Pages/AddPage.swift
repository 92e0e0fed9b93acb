// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hummingbird
import Ledger

/// Takes pages: addresses, files, pasted text; shows how far they are; and the feeds that are watched.
struct AddPage {
    let workplace: Workplace

    /// How long one connection tells of a job before the browser has to ask again, so that a stop need not wait long.
    private static let told: Duration = .seconds(10)

    func addRoutes(to router: Router<DeskContext>) {
        router.get("add") { request, context in try await form(request, context) }
        router.post("add") { request, context in try await add(request, context) }
        router.get("add/jobs/:id") { request, context in try show(request, context) }
        router.get("add/jobs/:id/events") { request, context in try events(request, context) }
        router.post("add/feeds") { request, context in
            try context.require(.editor)
            let form = try await context.form(of: request)
            guard let address = SafeLink.web(form["feed"]) else { throw DeskError(.badField, "feed") }
            let moment = workplace.moment
            try await workplace.ask { ledger in
                if form["stop"] == nil {
                    _ = try ledger.subscribe(Subscription(location: address, since: moment))
                } else {
                    _ = try ledger.unsubscribe(from: address)
                }
            }
            return workplace.seeOther("/add")
        }
    }

    private func form(_ request: Request, _ context: DeskContext) async throws -> Response {
        try context.require(.editor)
        let words = try workplace.words(context.language)
        let feeds = try await workplace.ask { try $0.subscriptions() }.map { feed -> View in
            [
                "title": .view(Phrase.view(feed.title ?? feed.location)), "location": .text(feed.location),
                "checked": .optional(feed.checked), "fault": .optional(feed.fault),
            ]
        }
        return try workplace.page(
            "add", ["feeds": .list(feeds), "hasFeeds": .flag(!feeds.isEmpty)], title: words["add.title"],
            section: .add, for: request, context)
    }

    private func add(_ request: Request, _ context: DeskContext) async throws -> Response {
        let user = try context.require(.editor)
        let bytes = Array(
            buffer: try await context.body(of: request, upTo: workplace.configuration.largestUpload))
        let type = request.headers[.contentType] ?? ""
        let form = MultipartForm(bytes, contentType: type)
        let fields = form?.fields ?? QueryFields(String(decoding: bytes, as: UTF8.self))
        try context.check(token: fields.verbatim(DeskContext.tokenField))
        var inputs: [DeskTools.Input] = []
        for line in (fields["addresses"] ?? "").split(whereSeparator: \.isWhitespace).prefix(500) {
            inputs.append(try .page(at: String(line)))
        }
        inputs += (form?.files ?? []).map { .sent($0.name, $0.bytes) }
        if let text = fields["text"] {
            inputs.append(.text(text, by: user.name, at: workplace.moment))
        }
        guard !inputs.isEmpty else { throw DeskError(.badField, "addresses") }
        return workplace.seeOther("/add/jobs/\(workplace.imports.start(inputs, workplace.tools))")
    }

    private func show(_ request: Request, _ context: DeskContext) throws -> Response {
        let id = try context.part("id")
        guard let job = workplace.imports.job(id) else { throw DeskError(.notFound, "") }
        let words = try workplace.words(context.language)
        return try workplace.page(
            "job",
            [
                "events": .text("/add/jobs/\(QueryFields.encoded(id))/events"), "isDone": .flag(job.isDone),
                "total": .text(String(job.total)), "finished": .text(String(job.finished)),
                "known": .text(String(job.outcomes.count)),
                "outcomes": .list(job.outcomes.map { Self.view($0, words) }),
            ],
            title: words["job.title"], section: .add, for: request, context)
    }

    private func events(_ request: Request, _ context: DeskContext) throws -> Response {
        let id = try context.part("id")
        let words = try workplace.words(context.language)
        let imports = workplace.imports
        guard imports.job(id) != nil else { throw DeskError(.notFound, "") }
        let known =
            request.headers[.init("Last-Event-ID") ?? .from].flatMap { Int($0) } ?? QueryFields(request.uri.query)[
                "known"
            ].flatMap { Int($0) } ?? 0
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                var told = max(0, known)
                var last = -1
                let end = ContinuousClock.now + Self.told
                try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
                while ContinuousClock.now < end, let job = imports.job(id) {
                    for outcome in job.outcomes.dropFirst(told) {
                        told += 1
                        try await writer.write(
                            ByteBuffer(string: "id: \(told)\nevent: page\ndata: \(Self.line(outcome, words))\n\n"))
                    }
                    if job.finished != last {
                        last = job.finished
                        try await writer.write(
                            ByteBuffer(string: "event: progress\ndata: \(job.finished)/\(job.total)\n\n"))
                    }
                    if job.isDone, told >= job.outcomes.count {
                        try await writer.write(ByteBuffer(string: "event: done\ndata: \(told)\n\n"))
                        break
                    }
                    try await Task.sleep(for: .milliseconds(250))
                }
                try await writer.finish(nil)
            })
    }

    private static func view(_ outcome: DeskTools.Outcome, _ words: Words) -> View {
        [
            "name": .view(Phrase.view(outcome.title ?? outcome.name)),
            "state": .text(words["job.\(outcome.state ?? "failed")"]),
            "address": .optional(outcome.source.map(Address.source)),
            "message": .optional(outcome.reason?.text(in: words)),
            "isFailed": .flag(outcome.state == nil),
        ]
    }

    private static func line(_ outcome: DeskTools.Outcome, _ words: Words) -> String {
        JSONValue.members([
            "name": .text(outcome.title ?? outcome.name), "state": .text(words["job.\(outcome.state ?? "failed")"]),
            "address": .optional(outcome.source.map(Address.source)),
            "message": .optional(outcome.reason?.text(in: words)),
            "failed": .flag(outcome.state == nil),
        ]).line
    }
}
