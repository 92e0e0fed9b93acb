// SPDX-License-Identifier: Apache-2.0

/// Reads what follows a backslash in a regular expression.
enum PatternEscape {
    case scalar(UInt32)
    case category(ScalarCategories)

    /// The meaning of the escape whose backslash is at `position`, which moves behind it.
    static func read(from scalars: [UInt32], at position: inout Int) throws(PatternError) -> PatternEscape {
        let start = position
        guard start + 1 < scalars.count, let letter = Unicode.Scalar(scalars[start + 1]) else {
            throw .malformed("backslash at the end", offset: start)
        }
        position += 2
        switch letter {
        case "w": return .category(.word)
        case "W": return .category(.notWord)
        case "d": return .category(.digit)
        case "D": return .category(.notDigit)
        case "s": return .category(.space)
        case "S": return .category(.notSpace)
        case "n": return .scalar(10)
        case "t": return .scalar(9)
        case "r": return .scalar(13)
        case "f": return .scalar(12)
        case "v": return .scalar(11)
        case "a": return .scalar(7)
        case "x": return .scalar(try hexadecimal(2, from: scalars, at: &position))
        case "u": return .scalar(try hexadecimal(4, from: scalars, at: &position))
        case "U": return .scalar(try hexadecimal(8, from: scalars, at: &position))
        case "0"..."9", "A"..."Z", "a"..."z": throw .unsupported("the escape \\\(letter)", offset: start)
        default: return .scalar(letter.value)
        }
    }

    private static func hexadecimal(
        _ count: Int, from scalars: [UInt32], at position: inout Int
    ) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard position < scalars.count, let scalar = Unicode.Scalar(scalars[position]),
                scalar.isASCII, let digit = Character(scalar).hexDigitValue
            else { throw .malformed("escape without \(count) hexadecimal digits", offset: position) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        guard value <= 0x10ffff else { throw .malformed("scalar above U+10FFFF", offset: position) }
        return value
    }
}

/// Reads a character class, in which only `]`, `^` in front, `-` and the backslash are special.
enum PatternClassReader {
    /// The class whose opening bracket is just before `position`, which moves behind the closing one.
    static func read(from scalars: [UInt32], at position: inout Int) throws(PatternError) -> ScalarSet {
        let start = position
        var ranges: [ClosedRange<UInt32>] = []
        var categories: ScalarCategories = []
        let isNegated = next(scalars, position) == "^"
        if isNegated { position += 1 }
        let first = position
        while true {
            guard position < scalars.count else { throw .malformed("missing ] of the class", offset: start - 1) }
            if next(scalars, position) == "]", position > first { break }
            let memberStart = position
            guard case .scalar(let lower) = try member(of: scalars, at: &position, into: &categories) else { continue }
            // A hyphen stands for itself where it closes the class.
            guard next(scalars, position) == "-", position + 1 < scalars.count, next(scalars, position + 1) != "]"
            else {
                ranges.append(lower...lower)
                continue
            }
            position += 1
            guard case .scalar(let upper) = try member(of: scalars, at: &position, into: &categories), lower <= upper
            else { throw .malformed("bad range in a class", offset: memberStart) }
            ranges.append(lower...upper)
        }
        position += 1
        return ScalarSet(ranges: ranges, categories: categories, isNegated: isNegated)
    }

    private static func member(
        of scalars: [UInt32], at position: inout Int, into categories: inout ScalarCategories
    ) throws(PatternError) -> PatternEscape {
        if next(scalars, position) == "\\" {
            let escape = try PatternEscape.read(from: scalars, at: &position)
            if case .category(let category) = escape { categories.formUnion(category) }
            return escape
        }
        defer { position += 1 }
        return .scalar(scalars[position])
    }

    private static func next(_ scalars: [UInt32], _ position: Int) -> Unicode.Scalar? {
        position < scalars.count ? Unicode.Scalar(scalars[position]) : nil
    }
}
