// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Foundation
import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// Questions, pages to be added, feeds to be watched.
    static let workRoutes: [InterfaceRoute] = [
        .get("answer", ["q"]) { call in
            let question = try call.needed("q")
            let tools = call.workplace.tools
            return try call.answer(try await call.workplace.room.run { try tools.ask(question) })
        },
        .post("imports") { call in
            let author = try call.author()
            let wanted = try await call.body(NewImport.self, upTo: call.workplace.configuration.largestUpload)
            let inputs = try wanted.inputs(by: author)
            let id = call.workplace.imports.start(inputs, call.workplace.tools)
            return try call.answer(MadeId(id: id), status: .accepted)
        },
        .get("imports/{id}") { call in
            try call.context.require(.editor)
            let id = try call.context.part("id")
            guard let job = call.workplace.imports.job(id) else { throw DeskError(.notFound, "") }
            return try call.answer(ImportState(id: id, job, try call.workplace.words(.english)))
        },
        .get("feeds") { call in
            try call.context.require(.editor)
            let feeds = try await call.workplace.ask { try $0.subscriptions() }
            return try call.answer(page: feeds, limit: max(1, feeds.count), offset: 0)
        },
        .post("feeds") { call in
            try call.author()
            let feed = try await call.body(NewFeed.self)
            guard let address = SafeLink.web(feed.location) else {
                throw DeskError(.badField, "location", detail: "it is no address on the web")
            }
            let moment = call.workplace.moment
            _ = try await call.workplace.ask {
                try $0.subscribe(Subscription(location: address, since: moment))
            }
            return try call.made(NewFeed(location: address))
        },
        .delete("feeds", ["location"]) { call in
            try call.author()
            let location = try call.needed("location")
            guard try await call.workplace.ask({ try $0.unsubscribe(from: location) }) else {
                throw DeskError(.notFound, "")
            }
            return Response(status: .noContent)
        },
    ]

    /// Pages that are to be added.
    private struct NewImport: Decodable, Sendable {
        struct File: Decodable, Sendable {
            let name: String
            /// In Base64.
            let content: Data
        }

        let addresses: [String]?
        let files: [File]?
        let text: String?

        private static let most = 500

        func inputs(by author: Author) throws(DeskError) -> [DeskTools.Input] {
            var inputs: [DeskTools.Input] = []
            for address in addresses ?? [] {
                inputs.append(try .page(at: address))
            }
            for file in files ?? [] {
                inputs.append(.sent(file.name, [UInt8](file.content)))
            }
            if let text, text.contains(where: { !$0.isWhitespace }) {
                inputs.append(.text(text, by: author.name, at: author.time))
            }
            guard (1...Self.most).contains(inputs.count) else {
                throw DeskError(.badField, "addresses", detail: "1 to \(Self.most) addresses, files and texts")
            }
            return inputs
        }
    }

    /// How far pages are that are being added.
    private struct ImportState: Encodable {
        struct Outcome: Encodable {
            let name: String
            let state: String
            let source: String?
            let message: String?
        }

        let id: String
        let total: Int
        let finished: Int
        let isDone: Bool
        let outcomes: [Outcome]

        init(id: String, _ job: ImportJobs.Job, _ words: Words) {
            self.id = id
            total = job.total
            finished = job.finished
            isDone = job.isDone
            outcomes = job.outcomes.map {
                Outcome(
                    name: $0.name, state: $0.state ?? "failed", source: $0.source, message: $0.reason?.text(in: words))
            }
        }
    }

    /// A feed to be watched.
    private struct NewFeed: Codable, Sendable {
        let location: String
    }
}
