// SPDX-License-Identifier: Apache-2.0

import Foundation

extension NumberReader {
    /// A number in digits with its separators: `1,234,567.89`, `1 234 567`, `12,34,567`, `1.111,11`, `.5`, `1e10`.
    func digits(_ text: ScannedText, at index: Int) -> ReadNumber? {
        guard index < text.pieces.count else { return nil }
        if text.isSign(index, "."), text.isDigits(index + 1), text.isGlued(index + 1), !text.isGlued(index) {
            let fraction = text.pieces[index + 1]
            let value = Double(fraction.number) / pow(10, Double(fraction.length))
            return ReadNumber(value: value, end: index + 2, form: .digits)
        }
        guard text.isDigits(index), text.pieces[index].number >= 0 else { return nil }
        let first = text.pieces[index]
        var read = ReadNumber(
            value: Double(first.number), end: index + 1, form: .digits, plainDigits: first.length)
        addGroups(&read, text, first: first)
        addDecimals(&read, text)
        addPower(&read, text)
        return read
    }

    /// Thousands separated by commas, points (before a decimal comma), apostrophes or spaces.
    private func addGroups(_ read: inout ReadNumber, _ text: ScannedText, first: TextPiece) {
        guard first.length <= 3, first.number > 0 else { return }
        for separator: Unicode.Scalar in [",", "."] where text.isSign(read.end, separator) && text.isGlued(read.end) {
            var lengths: [Int] = []
            var value = read.value
            var next = read.end
            while text.isSign(next, separator), text.isGlued(next), text.isDigits(next + 1), text.isGlued(next + 1) {
                let length = text.pieces[next + 1].length
                guard length == 3 || (length == 2 && separator == ",") else { break }
                lengths.append(length)
                value = value * (length == 3 ? 1000 : 100) + Double(text.pieces[next + 1].number)
                next += 2
            }
            let decimalComma =
                separator == "." && text.isSign(next, ",") && text.isGlued(next)
                && text.isDigits(next + 1) && text.isGlued(next + 1)
            let plain =
                lengths.allSatisfy { $0 == 3 } && !lengths.isEmpty
                && (separator == "," || lengths.count > 1 || decimalComma)
            let indian =
                separator == "," && lengths.last == 3 && lengths.dropLast().allSatisfy { $0 == 2 }
                && lengths.count > 1 && first.length <= 2
            if plain || indian {
                read.value = value
                read.end = next
                read.plainDigits = 0
            }
            return
        }
        var next = read.end
        var value = read.value
        while text.isDigits(next), !text.isGlued(next), text.pieces[next].length == 3, !text.pieces[next].breaks,
            text.pieces[next].start - text.pieces[next - 1].end <= 3, !isPartOfGroup(text, next)
        {
            value = value * 1000 + Double(text.pieces[next].number)
            next += 1
        }
        if next > read.end {
            read.value = value
            read.end = next
            read.plainDigits = 0
        }
    }

    /// Whether the digits at `index` have their own thousands or belong to another sign.
    private func isPartOfGroup(_ text: ScannedText, _ index: Int) -> Bool {
        guard text.isGlued(index + 1) else { return false }
        return text.isSign(index + 1, ",") && text.isDigits(index + 2) && text.isGlued(index + 2)
            || text.isDash(index + 1) || text.isSign(index + 1, "/") || text.pieces[index + 1].kind == .letters
    }

    private func addDecimals(_ read: inout ReadNumber, _ text: ScannedText) {
        let next = read.end
        guard text.isGlued(next), text.isDigits(next + 1), text.isGlued(next + 1) else { return }
        let isPoint = text.isSign(next, ".")
        let isComma = text.isSign(next, ",") && read.plainDigits == 0 && text.pieces[next + 1].length <= 2
        guard isPoint || isComma else { return }
        // Two points in a row make an address, a version or a date, not a number.
        if text.isSign(next + 2, "."), text.isGlued(next + 2), text.isDigits(next + 3), text.isGlued(next + 3) {
            return
        }
        if isPoint, next >= 2, text.isSign(next - 2, "."), text.isGlued(next - 1), text.isGlued(next - 2) { return }
        let piece = text.pieces[next + 1]
        if piece.number >= 0 {
            // Through decimal text, so that 2.62 is the nearest double to 2.62.
            let whole = abs(read.value) < 1e15 ? String(Int(read.value)) : "0"
            let exact = Double("\(whole).\(text.text(of: next + 1))") ?? read.value
            read.value = whole == "0" ? read.value + exact : exact
        }
        read.end = next + 2
        read.plainDigits = 0
    }

    /// `1e10`, `12.32e+14`, `1.1^23`.
    private func addPower(_ read: inout ReadNumber, _ text: ScannedText) {
        var next = read.end
        guard text.isGlued(next) else { return }
        let isCaret = text.isSign(next, "^")
        let isExponent = text.pieces[next].length == 1 && (text.bytes[Int(text.pieces[next].start)] | 32) == 0x65
        guard isCaret || isExponent else { return }
        next += 1
        var sign = 1.0
        if text.isGlued(next), text.isSign(next, "-") || text.isSign(next, "+") {
            sign = text.isSign(next, "-") ? -1 : 1
            next += 1
        }
        guard text.isDigits(next), text.isGlued(next), text.pieces[next].number >= 0, text.pieces[next].number < 300,
            !text.isGlued(next + 1) || text.pieces[next + 1].kind == .sign
        else { return }
        let exponent = sign * Double(text.pieces[next].number)
        read.value = isCaret ? pow(read.value, exponent) : read.value * pow(10, exponent)
        read.end = next + 1
        read.plainDigits = 0
    }
}
