// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Hashing

/// An entry that a person types in, with the person as its source.
///
/// It becomes a page like any other: its text is what was typed, its publisher the person, its location begins with
/// `hand:`. So it has proof, takes part in merges and conflicts, and is found by every search.
public struct HandEntry {
    /// What begins the location of a page that a person typed.
    public static let scheme = "hand:"

    /// The kind of the entry.
    public let kind: Entry.Kind
    /// Who types it and when.
    public let author: Author
    /// Where in a page of the ledger the words stand; `nil` where a person knows it from elsewhere.
    public let citation: HandCitation?
    private let fields: [Field]
    private let words: String?
    /// Tells the kind of a party from its name, where the person did not say it.
    private let kindOfParty: (String) -> Party.Kind

    private struct Field {
        let name: String
        let value: String
        let slot: HandField.Slot
    }

    /// Takes fields written as `name=value`; `words` are the person's own, or those of the page that `citation` names,
    /// and made of the fields where left out.
    ///
    /// Throws `LEDGER-031` for a field that the kind does not have and for a value that does not fit.
    public init(
        _ kind: Entry.Kind, _ assignments: [String], words: String?, citing citation: HandCitation? = nil,
        by author: Author,
        kindOfParty: @escaping (String) -> Party.Kind = { _ in .organisation }
    ) throws(LedgerError) {
        self.kind = kind
        self.author = author
        self.words = words
        self.citation = citation
        self.kindOfParty = kindOfParty
        let known = HandField.fields(of: kind)
        var fields: [Field] = []
        for assignment in assignments {
            let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].trimmingCharacters(in: .whitespaces)
            guard parts.count == 2, let slot = known.first(where: { $0.name == name })?.slot else {
                let names = known.map(\.name).joined(separator: ", ")
                throw LedgerError(
                    .unsuitedEntry, path: assignment, detail: "a field of \(kind.rawValue) is one of \(names)")
            }
            fields.append(Field(name: name, value: parts[1].trimmingCharacters(in: .whitespaces), slot: slot))
        }
        self.fields = fields
    }

    /// Whether a person typed the page in, so that there is nothing to be read in it anew.
    public static func wrote(_ source: SourceRow) -> Bool { source.location?.hasPrefix(scheme) ?? false }

    /// The bytes that stand for the page, and what they say.
    public func page() throws(LedgerError) -> (snapshot: Snapshot, reading: Reading) {
        let heading = "\(author.name), \(author.time)"
        let body = words ?? fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        guard !body.isEmpty else { throw fault("there is neither a field nor a word") }
        let text = "\(heading)\n\n\(body)\n"
        let start = TextPosition(scalar: heading.unicodeScalars.count + 2, byte: heading.utf8.count + 2)
        let length = TextPosition(scalar: body.unicodeScalars.count, byte: body.utf8.count)
        let range = TextRange(start: start, end: start + length)
        let bytes = Array(text.utf8)
        let day = PartialDate(String(author.time.prefix(10)))
        let source = Source(
            id: "sha256:\(SHA256Digest(of: bytes))",
            location: "\(Self.scheme)\(author.name)/\(author.time)" + (citation.map { "?\($0.text)" } ?? ""),
            publisher: author.name, language: nil,
            published: day.map { DatedValue(value: $0, basis: .metadata) }, retrieved: author.time)
        let article = Article(
            source: source, title: nil, authors: [author.name], text: text,
            blocks: [
                Block(role: .byline, range: TextRange(start: .zero, end: start + TextPosition(scalar: -2, byte: -2))),
                Block(role: .body, range: range),
            ])
        var parties = HandParties(text: text, kind: kindOfParty)
        let content = try content(&parties)
        let evidence = Evidence(range: range, quote: body)
        let entry = Entry(id: "e1", content: content, confidence: 1, evidence: [evidence])
        return (
            Snapshot(bytes: bytes, contentType: "text/plain; charset=utf-8"),
            Reading(article: article, parties: parties.all, entries: [entry])
        )
    }

    /// Builds the kind's JSON and lets the kind read it, so that what a kind demands is told in one place.
    private func content(_ parties: inout HandParties) throws(LedgerError) -> Entry.Content {
        var members: [String: Any] = ["kind": kind.rawValue, "id": "e1", "confidence": 1, "evidence": [Any]()]
        for field in HandField.fields(of: kind) { members[field.member] = field.slot.absent }
        members.merge(HandField.usual(kind)) { _, usual in usual }
        for field in fields {
            let name = HandField.member(named: field.name, of: kind)
            switch field.slot {
            case .word: members[name] = field.value
            case .words: members[name] = list(members[name]) + [field.value]
            case .number:
                guard let number = Double(field.value) else { throw fault("\(field.value) is no number") }
                members[name] = number
            case .amount:
                let parts = field.value.split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2, let number = Double(parts[0]) else {
                    throw fault("\(field.name) is a number and a unit, such as 30 scholarships")
                }
                members[name] = ["value": number, "unit": parts[1]] as [String: Any]
            case .flag: members[name] = ["true", "yes"].contains(field.value.lowercased())
            case .date:
                guard PartialDate(field.value) != nil else {
                    throw fault("\(field.value) is no date; write 2025, 2025-08, 2025-08-31 or 2025-08-30/2025-08-31")
                }
                members[name] = ["value": field.value, "basis": "stated", "premises": [Any]()] as [String: Any]
            case .party: members[name] = parties.id(of: field.value)
            case .parties: members[name] = list(members[name]) + [parties.id(of: field.value)]
            case .participant(let role):
                let participant: [String: Any] = ["party": parties.id(of: field.value), "role": role.rawValue]
                members[name] = list(members[name]) + [participant]
            }
        }
        do {
            let data = try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys])
            return try JSONDecoder().decode(Entry.self, from: data).content
        } catch let DecodingError.keyNotFound(key, _) {
            throw fault("the field \(key.stringValue) is missing")
        } catch let DecodingError.dataCorrupted(context) {
            let field = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw fault("\(field): \(context.debugDescription)")
        } catch {
            throw fault("its fields do not fit together")
        }
    }

    private func list(_ value: Any?) -> [Any] { value as? [Any] ?? [] }

    private func fault(_ detail: String) -> LedgerError {
        LedgerError(.unsuitedEntry, path: kind.rawValue, detail: detail)
    }
}

/// The parties of an entry that is typed in, each name once.
struct HandParties {
    private(set) var all: [Party] = []
    private let text: String
    private let kind: (String) -> Party.Kind

    init(text: String, kind: @escaping (String) -> Party.Kind) {
        self.text = text
        self.kind = kind
    }

    /// The short id of the party named; `person:Anna Berg` says its kind as well.
    mutating func id(of written: String) -> String {
        let parts = written.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        let stated = parts.count == 2 ? Party.Kind(rawValue: parts[0]) : nil
        let name = stated == nil ? written : parts[1]
        if let known = all.first(where: { $0.name == name }) { return known.id }
        let id = "p\(all.count + 1)"
        all.append(Party(id: id, kind: stated ?? kind(name), name: name, mentions: mentions(of: name)))
        return id
    }

    private func mentions(of name: String) -> [TextRange] {
        text.ranges(of: name).map { range in
            TextRange(start: position(of: range.lowerBound), end: position(of: range.upperBound))
        }
    }

    private func position(of index: String.Index) -> TextPosition {
        TextPosition(
            scalar: text.unicodeScalars.distance(from: text.startIndex, to: index),
            byte: text.utf8.distance(from: text.startIndex, to: index))
    }
}
