// SPDX-License-Identifier: Apache-2.0

import Asking
import Cooperation
import Hummingbird
import Ledger

/// Finds entries and parties by their words, and answers questions with proof.
struct SearchPage {
    let workplace: Workplace

    private static let pageSize = 20

    func addRoutes(to router: Router<DeskContext>) {
        router.get("search") { request, context in try await search(request, context) }
    }

    private func search(_ request: Request, _ context: DeskContext) async throws -> Response {
        let fields = QueryFields(request.uri.query)
        let text = String((fields["q"] ?? "").prefix(300))
        let kinds = fields.all("kind").filter { $0 == "party" || Entry.Kind(rawValue: $0) != nil }
        let page = max(1, min(Int(fields["page"] ?? "") ?? 1, 50))
        let words = try workplace.words(context.language)
        let views = EntryViews(words)
        let filter = LedgerFilter(
            party: fields["party"], since: fields["since"].flatMap { PartialDate($0) },
            until: fields["until"].flatMap { PartialDate($0) }, limit: Self.pageSize + 1,
            offset: (page - 1) * Self.pageSize)
        let isQuestion = fields["ask"] != nil || text.hasSuffix("?")
        let tools = workplace.tools
        let answer: Result<Answer, any Error>? =
            isQuestion && !text.isEmpty
            ? await Result { try await workplace.room.run { try tools.ask(text) } } : nil
        let hits = text.isEmpty ? [] : try await workplace.ask { try $0.search(text, kinds: kinds, filter) }
        let chosen = (Entry.Kind.allCases.map(\.rawValue) + ["party"]).map { kind -> View in
            ["code": .text(kind), "name": .text(words.term(kind)), "isChosen": .flag(kinds.contains(kind))]
        }
        var response = try workplace.page(
            "search",
            [
                "q": .text(text), "kinds": .list(chosen), "party": .text(fields["party"] ?? ""),
                "since": .text(fields["since"] ?? ""), "until": .text(fields["until"] ?? ""),
                "isAsked": .flag(!text.isEmpty && (answer == nil || !hits.isEmpty)),
                "hits": .list(hits.prefix(Self.pageSize).map { hit($0, views) }),
                "hasHits": .flag(!hits.isEmpty),
                "next": hits.count > Self.pageSize
                    ? .text("?" + fields.setting("page", to: String(page + 1)).text) : .none,
                "previous": page > 1 ? .text("?" + fields.setting("page", to: String(page - 1)).text) : .none,
                "answer": answer.map { .view(view($0, views)) } ?? .none,
            ],
            title: text.isEmpty ? words["search.title"] : words.text("search.title_for", ["text": text]),
            section: .search, for: request, context)
        // What could not be answered may be so the next time.
        if case .failure = answer { response.headers[.cacheControl] = "private, no-store" }
        return response
    }

    private func hit(_ hit: SearchHit, _ views: EntryViews) -> View {
        let id = hit.record ?? hit.id
        return [
            "address": .text(hit.kind == "party" ? Address.party(id) : Address.entry(id)),
            "kindName": .text(hit.kind == "party" ? views.words.term(hit.sort) : views.kindName(hit.kind, hit.sort)),
            "heading": .view(Phrase.view(views.heading(hit.heading))),
            "date": .optional(hit.date.map { views.date($0) }),
            "machineDate": .optional(hit.date?.description), "isReported": false,
            "parties": .list(views.participants(hit.participants)),
            "quote": Phrase.value(hit.quotes.first { FoldedText($0) != FoldedText(hit.heading) }),
            "source": .view(Phrase.view(views.label(hit.source))),
            "sourceAddress": .text(Address.source(hit.source.id)),
            "count": .text(views.countText(hit.sources, hit.origins)),
        ]
    }

    private func view(_ answer: Result<Answer, any Error>, _ views: EntryViews) -> View {
        switch answer {
        case .failure(let error): ["failure": .text(Failure(error).message(in: views.words))]
        case .success(let answer):
            [
                "proof": answer.proof.map { .view(proof($0, views)) } ?? .none,
                "isUnknown": .flag(!answer.isStated), "others": .list(answer.others.map { proof($0, views) }),
                "hasOthers": .flag(!answer.others.isEmpty), "nearest": .list(answer.nearest.map { proof($0, views) }),
                "hasNearest": .flag(!answer.nearest.isEmpty), "failure": .none,
            ]
        }
    }

    private func proof(_ proof: Answer.Proof, _ views: EntryViews) -> View {
        [
            "value": .view(Phrase.view(proof.value)), "sentence": .view(Phrase.view(proof.sentence)),
            "address": .text(Address.entry(proof.id)), "source": .view(Phrase.view(views.label(proof.source))),
            "sourceAddress": .text(Address.source(proof.source.id)),
            "count": .text(views.countText(proof.sources, proof.origins)),
        ]
    }
}

extension Result where Failure == any Error {
    /// The outcome of `work`.
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
