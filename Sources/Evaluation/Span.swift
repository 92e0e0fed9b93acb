// SPDX-License-Identifier: Apache-2.0

/// A run of a text in Unicode scalars, as gold files and predictions count.
package struct Span: Hashable, Sendable, Codable {
    /// Where it begins.
    package var start: Int
    /// The first place after it.
    package var end: Int

    /// A run from `start` up to, not including, `end`.
    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// How many scalars both have; negative where there is room between them.
    func shared(with other: Span) -> Int { min(end, other.end) - max(start, other.start) }
    /// Whether both have a scalar in common.
    func overlaps(_ other: Span) -> Bool { shared(with: other) > 0 }
}

/// The scalars of a text, for looking up by number.
struct ScalarText: Sendable {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The words of a run; what lies outside the text is left out.
    func words(_ span: Span) -> String {
        let start = min(max(span.start, 0), scalars.count)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<min(max(span.end, start), scalars.count)])
        return String(view)
    }

    /// The run with what stands around it, itself in square brackets.
    func context(_ span: Span, around: Int = 40) -> String {
        words(Span(start: span.start - around, end: span.start)) + "[" + words(span) + "]"
            + words(Span(start: span.end, end: span.end + around))
    }

    /// The line that a run stands in, without its end.
    func paragraph(around span: Span) -> Span {
        var start = min(max(span.start, 0), scalars.count)
        while start > 0, scalars[start - 1] != "\n" { start -= 1 }
        var end = min(max(span.end, start), scalars.count)
        while end < scalars.count, scalars[end] != "\n" { end += 1 }
        return Span(start: start, end: end)
    }

    /// The run with the punctuation and the space that stand right beside it.
    func withPunctuation(around span: Span) -> Span {
        let isBeside = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar.isPunctuation }
        var start = min(max(span.start, 0), scalars.count)
        while start > 0, isBeside(scalars[start - 1]) { start -= 1 }
        var end = min(max(span.end, start), scalars.count)
        while end < scalars.count, isBeside(scalars[end]) { end += 1 }
        return Span(start: start, end: end)
    }

    /// The places in some runs that hold a letter or digit.
    func lettered(_ spans: [Span]) -> Set<Int> {
        Set(
            spans.flatMap { Array(max($0.start, 0)..<max(0, $0.start, min($0.end, scalars.count))) }
                .filter { Self.isLetterOrDigit(scalars[$0]) })
    }

    /// Whether a scalar is a letter or digit of any script.
    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: scalar.properties.numericType != nil
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isPunctuation: Bool {
        switch properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation,
            .connectorPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
