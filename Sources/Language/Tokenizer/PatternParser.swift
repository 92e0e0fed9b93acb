// SPDX-License-Identifier: Apache-2.0

/// Reads a regular expression as Python's `re` does, as far as published tokenizers use the syntax.
///
/// Groups are read but not captured. What would be read wrongly is refused, with the place.
struct PatternParser {
    private let scalars: [UInt32]
    private var position = 0
    private var depth = 0
    private static let deepestNesting = 100

    /// The tree of `expression`.
    static func parse(_ expression: String) throws(PatternError) -> PatternNode {
        var parser = PatternParser(scalars: expression.unicodeScalars.map(\.value))
        // Text is Unicode anyway, so the flag that says so changes nothing.
        _ = parser.skip("(?u)")
        let node = try parser.choice()
        guard parser.position == parser.scalars.count else { throw parser.malformed("unbalanced parenthesis") }
        return node
    }

    private init(scalars: [UInt32]) { self.scalars = scalars }

    private mutating func choice() throws(PatternError) -> PatternNode {
        var alternatives = [try sequence()]
        while skip("|") { alternatives.append(try sequence()) }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = peek(), scalar != "|", scalar != ")" {
            let start = position
            let atom = try atom()
            parts.append(try quantified(atom, start: start))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        switch peek() {
        case "(": return try group()
        case "[":
            position += 1
            return .scalar(try PatternClassReader.read(from: scalars, at: &position))
        case "^": position += 1; return .start
        case "$": position += 1; return .end
        case ".": position += 1; return .scalar(.anyButLineFeed)
        case "*", "+", "?": throw malformed("nothing to repeat")
        case "\\":
            switch try PatternEscape.read(from: scalars, at: &position) {
            case .scalar(let scalar): return .scalar(ScalarSet(scalar))
            case .category(let category): return .scalar(ScalarSet(ranges: [], categories: category))
            }
        default:
            defer { position += 1 }
            return .scalar(ScalarSet(scalars[position]))
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        guard depth < Self.deepestNesting else { throw malformed("groups nested too deeply") }
        depth += 1
        defer { depth -= 1 }
        let start = position
        var look: (isBehind: Bool, isNegative: Bool)?
        if skip("(?:") {
        } else if skip("(?=") {
            look = (false, false)
        } else if skip("(?!") {
            look = (false, true)
        } else if skip("(?<=") {
            look = (true, false)
        } else if skip("(?<!") {
            look = (true, true)
        } else if skip("(?") {
            throw .unsupported("this kind of group", offset: start)
        } else {
            position += 1
        }
        let body = try choice()
        guard skip(")") else { throw .malformed("missing ) of the group", offset: start) }
        guard let look else { return body }
        if look.isBehind, body.width.most != body.width.least {
            throw .unsupported("look-behind without a fixed width", offset: start)
        }
        if body.width.most == nil { throw .unsupported("look-ahead without a greatest width", offset: start) }
        return .look(body, isBehind: look.isBehind, isNegative: look.isNegative)
    }

    private mutating func quantified(_ atom: PatternNode, start: Int) throws(PatternError) -> PatternNode {
        guard let (least, most) = try quantifier() else { return atom }
        let isLazy = skip("?")
        switch atom {
        case .start, .end, .look: throw .unsupported("a repeated assertion", offset: start)
        default: break
        }
        if most == nil, atom.width.least == 0 {
            throw .unsupported("an endless loop over something that can be empty", offset: start)
        }
        let place = position
        guard !skip("+") else { throw .unsupported("a possessive quantifier", offset: place) }
        if try quantifier() != nil { throw .malformed("multiple repeat", offset: place) }
        return .loop(atom, least: least, most: most, isLazy: isLazy)
    }

    private mutating func quantifier() throws(PatternError) -> (least: Int, most: Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        guard peek() == "{" else { return nil }
        let start = position
        position += 1
        let least = number()
        let hasComma = skip(",")
        let most = hasComma ? number() : least
        // A brace that is not a counted loop is a literal one.
        guard hasComma || least != nil, skip("}") else {
            position = start
            return nil
        }
        if let most, most < least ?? 0 { throw .malformed("greatest count below the least", offset: start) }
        return (least ?? 0, most)
    }

    private mutating func number() -> Int? {
        var number: Int?
        // Longer numbers could not be unrolled anyway; they stop the parse at the closing brace.
        while let digit = peek(), ("0"..."9").contains(digit), number ?? 0 < 100_000 {
            number = (number ?? 0) * 10 + Int(digit.value - 48)
            position += 1
        }
        return number
    }

    private func peek() -> Unicode.Scalar? {
        position < scalars.count ? Unicode.Scalar(scalars[position]) : nil
    }

    private mutating func skip(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars.lazy.map(\.value)) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private func malformed(_ what: String) -> PatternError { .malformed(what, offset: position) }
}
