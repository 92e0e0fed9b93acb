// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Hummingbird
import Ledger

/// Takes an entry by hand, with words of a source as its proof: `/sources/ID/enter`.
struct EnterPage {
    let workplace: Workplace

    func addRoutes(to router: Router<DeskContext>) {
        router.get("sources/:id/enter") { request, context in try await form(request, context) }
        router.post("sources/:id/enter") { request, context in try await enter(request, context) }
    }

    private func form(_ request: Request, _ context: DeskContext) async throws -> Response {
        try context.require(.editor)
        let fields = QueryFields(request.uri.query)
        let words = try workplace.words(context.language)
        let kind = fields["kind"].flatMap(Entry.Kind.init) ?? .engagement
        let id = try context.part("id")
        let (source, text) = try await workplace.ask { ledger in
            let source = try SourceLookup(ledger: ledger).source(id)
            return (source, try ledger.text(ofSource: source.id) ?? "")
        }
        let quote = ReaderPage.range(fields["at"]).flatMap { Self.text(text, $0) } ?? ""
        let kinds = Entry.Kind.allCases.map { other -> View in
            [
                "name": .text(words.term(other.rawValue)), "isCurrent": .flag(other == kind),
                "address": .text("?" + fields.setting("kind", to: other.rawValue).text),
            ]
        }
        let inputs = HandField.fields(of: kind).map { field -> View in
            [
                "name": .text(field.name), "label": .text(words["field.\(field.name)"]),
                "isRepeatable": .flag(field.isRepeatable),
                "choices": field.choices(of: kind).map { choices in
                    .view(["items": .list(choices.map { ["code": .text($0), "name": .text(words.term($0))] })])
                } ?? .none,
                "isLine": .flag(!field.isRepeatable && field.choices(of: kind) == nil),
            ]
        }
        return try workplace.page(
            "enter",
            [
                "address": .text(Address.source(source.id)), "action": .text(Address.source(source.id) + "/enter"),
                "pageTitle": .view(Phrase.view(source.title ?? words["reader.untitled"])), "kind": .text(kind.rawValue),
                "at": .text(fields["at"] ?? ""), "quote": .text(quote), "kinds": .list(kinds),
                "inputs": .list(inputs),
            ],
            title: words["enter.title"], for: request, context)
    }

    private func enter(_ request: Request, _ context: DeskContext) async throws -> Response {
        let author = workplace.author(try context.require(.editor))
        let id = try context.part("id")
        let form = try await context.form(of: request)
        guard let kind = form["kind"].flatMap(Entry.Kind.init) else { throw DeskError(.badField, "kind") }
        let assignments = HandField.fields(of: kind).flatMap { field in
            form.all(field.name).flatMap {
                field.isRepeatable ? $0.split(whereSeparator: \.isNewline).map(String.init) : [$0]
            }
            .map { "\(field.name)=\($0)" }
        }
        let entry = try await workplace.ask { ledger in
            let source = try SourceLookup(ledger: ledger).source(id)
            let text = try ledger.text(ofSource: source.id) ?? ""
            guard let range = Self.range(of: form, in: text), let quote = Self.text(text, range) else {
                throw DeskError(.badField, "quote")
            }
            let entry = try HandEntry(
                kind, assignments, words: quote, citing: HandCitation(source: source.id, scalars: range), by: author
            ) { name in (try? ledger.kindOfParty(named: name)) ?? .organisation }
            let page = try entry.page()
            _ = try ledger.add(page.snapshot, reading: page.reading)
            return LastingId.make(source: page.reading.article.source.id, kind: .entry, short: "e1")
        }
        return workplace.seeOther(Address.entry(entry))
    }

    /// Where the quoted words stand: at the place that the form names, else where they are found first.
    private static func range(of form: QueryFields, in text: String) -> Range<Int>? {
        guard let quote = form["quote"]?.replacing("\r\n", with: "\n") else { return ReaderPage.range(form["at"]) }
        if let at = ReaderPage.range(form["at"]), Self.text(text, at)?.trimmingPrefix(" ") == quote[...] { return at }
        guard let found = text.range(of: quote) else { return nil }
        let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
        return start..<start + text.unicodeScalars.distance(from: found.lowerBound, to: found.upperBound)
    }

    private static func text(_ text: String, _ range: Range<Int>) -> String? {
        let scalars = text.unicodeScalars
        guard range.upperBound <= scalars.count else { return nil }
        let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
        return String(scalars[start..<scalars.index(start, offsetBy: range.count)])
    }
}
