// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Hummingbird
import Ledger

/// A request to the interface, whose parts are read as what they should be.
struct InterfaceCall: Sendable {
    let request: Request
    let context: DeskContext
    let workplace: Workplace
    private let query: QueryFields

    /// The most rows of one page of a list.
    static let mostRows = 1000
    /// The most bytes of a body in JSON.
    static let largestBody = 1024 * 1024

    /// Takes a request whose query has only the names in `known`, each at most once unless it is `kind`.
    init(_ request: Request, _ context: DeskContext, _ workplace: Workplace, known: Set<String>) throws(DeskError) {
        self.request = request
        self.context = context
        self.workplace = workplace
        query = QueryFields(request.uri.query)
        var seen: Set<String> = []
        for field in query.fields {
            guard known.contains(field.name) else {
                throw DeskError(.badField, field.name, detail: "it is one of \(known.sorted().joined(separator: ", "))")
            }
            guard seen.insert(field.name).inserted else {
                throw DeskError(.badField, field.name, detail: "it is given twice")
            }
        }
    }

    /// The text called `name`; `nil` where it is left out or blank.
    func text(_ name: String) throws(DeskError) -> String? {
        guard let value = query[name] else { return nil }
        guard value.utf8.count <= 1000, !value.unicodeScalars.contains("\0") else {
            throw DeskError(.badField, name, detail: "it is too long or holds a zero")
        }
        return value
    }

    /// The text called `name`, which has to be there.
    func needed(_ name: String) throws(DeskError) -> String {
        guard let value = try text(name) else { throw DeskError(.badField, name, detail: "it is missing") }
        return value
    }

    /// The number called `name`.
    func number(_ name: String, _ range: ClosedRange<Int>, or usual: Int) throws(DeskError) -> Int {
        guard let value = query.verbatim(name) else { return usual }
        guard value.allSatisfy(\.isASCII), let number = Int(value), range.contains(number) else {
            throw DeskError(.badField, name, detail: "it is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Whether `name` is `true`.
    func flag(_ name: String) throws(DeskError) -> Bool {
        switch query.verbatim(name) {
        case nil, "false": return false
        case "true": return true
        default: throw DeskError(.badField, name, detail: "it is true or false")
        }
    }

    /// The date called `name`, such as `2025`, `2025-08` or `2025-08-31`.
    func date(_ name: String) throws(DeskError) -> PartialDate? {
        guard let value = query.verbatim(name) else { return nil }
        guard let date = PartialDate(value) else {
            throw DeskError(.badField, name, detail: "it is a date such as 2025, 2025-08 or 2025-08-31")
        }
        return date
    }

    /// The word called `name`, one of those of `Word`.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, _: Word.Type = Word.self
    ) throws(DeskError) -> Word? where Word.RawValue == String {
        guard let value = query.verbatim(name) else { return nil }
        guard let word = Word(rawValue: value) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw DeskError(.badField, name, detail: "it is one of \(words)")
        }
        return word
    }

    /// How many rows, and behind how many.
    func page() throws(DeskError) -> (limit: Int, offset: Int) {
        (try number("limit", 1...Self.mostRows, or: 50), try number("offset", 0...1_000_000, or: 0))
    }

    /// How many rows, and behind how many, or behind which one.
    func longPage() throws(DeskError) -> (limit: Int, offset: Int, after: String?) {
        let (limit, offset) = try page()
        let after = try text("after")
        guard after == nil || query.verbatim("offset") == nil else {
            throw DeskError(.badField, "offset", detail: "a list is gone on with by after or by offset")
        }
        return (limit, offset, after)
    }

    /// A number that is a part of the path.
    func numberPart(_ name: String) throws(DeskError) -> Int64 {
        guard let number = Int64(try context.part(name)), number > 0 else { throw DeskError(.notFound, "") }
        return number
    }

    /// The body, which has to be JSON of this form.
    func body<Body: Decodable>(_: Body.Type = Body.self, upTo limit: Int = Self.largestBody) async throws -> Body {
        guard let type = request.headers[.contentType], MediaType(from: type)?.isType(.applicationJson) == true else {
            throw HTTPError(.unsupportedMediaType)
        }
        let bytes = try await context.body(of: request, upTo: limit)
        do {
            return try JSONDecoder().decode(Body.self, from: Data(buffer: bytes))
        } catch let DecodingError.keyNotFound(key, _) {
            throw DeskError(.badField, key.stringValue, detail: "it is missing")
        } catch let DecodingError.typeMismatch(_, place) {
            throw DeskError(.badField, Self.name(of: place), detail: "it is of another kind")
        } catch let DecodingError.valueNotFound(_, place) {
            throw DeskError(.badField, Self.name(of: place), detail: "it is missing")
        } catch let DecodingError.dataCorrupted(place) {
            throw DeskError(.badField, Self.name(of: place), detail: place.codingPath.isEmpty ? "it is no JSON" : "")
        }
    }

    private static func name(of place: DecodingError.Context) -> String {
        place.codingPath.isEmpty ? "body" : place.codingPath.map(\.stringValue).joined(separator: ".")
    }

    /// Who signs what is changed.
    @discardableResult
    func author() throws(DeskError) -> Author { workplace.author(try context.require(.editor)) }
}
