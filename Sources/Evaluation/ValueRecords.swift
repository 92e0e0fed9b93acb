// SPDX-License-Identifier: Apache-2.0

/// A gold text with the dates or quantities that it names: running text, or a sentence of a specification.
struct ValueGold: Decodable {
    /// What the gold says about one expression.
    struct Item: Decodable {
        let start: Int?
        let end: Int?
        let type: String?
        let value: String?
        let isDateLine: Bool?
        let resolution: Resolution?

        private enum CodingKeys: String, CodingKey {
            case start, end, type, value, resolution
            case isDateLine = "dct"
        }

        /// Where it stands; `nil` where the gold does not say.
        var span: Span? { start.flatMap { start in end.map { Span(start: start, end: $0) } } }

        /// The last part of the type in small letters; a date where there is none.
        var shortType: String {
            let last = type.flatMap { $0.split(separator: ".").last }?.lowercased() ?? ""
            return last.isEmpty ? "date" : last
        }

        /// The values that count as right, with their units; none for what has no place on the calendar.
        var readings: [(value: String, unit: String)] {
            if let resolution { return resolution.readings }
            guard let value, !value.isEmpty, !value.hasSuffix("_REF") else { return [] }
            return [(value, "")]
        }
    }

    /// The resolution of a specification: one value, or several that are all right.
    struct Resolution: Decodable {
        struct Value: Decodable {
            let timex: String?
            let value: String?
            let start: String?
            let end: String?
        }

        let values: [Value]?
        let value: String?
        let unit: String?

        var readings: [(value: String, unit: String)] {
            if let values {
                return values.flatMap { value in
                    let single = value.value == "not resolved" ? nil : value.value
                    let range = value.start.flatMap { start in value.end.map { start + "/" + $0 } }
                    return [value.timex, single, range].compactMap { $0 }.filter { !$0.isEmpty }.map { ($0, "") }
                }
            }
            return value.map { [($0, unit ?? "")] } ?? []
        }
    }

    let id: String
    let text: String
    let lang: String?
    let date: String?
    let reference: String?
    let model: String?
    let notSupported: String?
    let timexes: [Item]?
    let items: [Item]?

    private enum CodingKeys: String, CodingKey {
        case id, text, lang, date, reference, model, timexes, items
        case notSupported = "not_supported"
    }

    /// The gold expressions that have a place.
    var wanted: [Item] { (timexes ?? items ?? []).filter { $0.span != nil } }
}

/// The dates or quantities read in a text, in the input format of their scorer.
struct ValuePrediction: Hashable, TextRecord, Encodable {
    struct Item: Hashable, Codable {
        let start: Int
        let end: Int
        var value: String?
        var unit: String?

        var span: Span { Span(start: start, end: end) }

        /// What stands at `span`.
        init(_ span: Span, value: String?, unit: String? = nil) {
            start = span.start
            end = span.end
            self.value = value
            self.unit = unit
        }
    }

    let id: String
    let items: [Item]
}
