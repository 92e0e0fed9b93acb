// SPDX-License-Identifier: Apache-2.0

/// Judges whether decoded characters look like something that a person wrote.
enum TextPlausibility {
    /// Whether control characters make up more than one in fifty at the beginning of a text in UTF-8.
    static func isBinary(_ text: [UInt8]) -> Bool {
        var controls = 0
        let total = min(text.count, 8192)
        for byte in text[..<total] where byte < 32 || byte == 127 {
            switch byte {
            case 9, 10, 12, 13, 27: break
            default: controls += 1
            }
        }
        return controls * 50 > total
    }

    /// Whether the characters outside ASCII stand as they would in real text of an encoding of this kind.
    ///
    /// In a Western encoding an accented letter sits in a word of plain letters: words made only of accented ones
    /// (`ÿþ`) and C1 controls are what damaged bytes look like. In another alphabet a word has no plain letters.
    static func isPlausible(_ text: String, kind: CharacterEncoding.Kind) -> Bool {
        if kind == .eastAsian { return true }
        var foreign = 0
        var odd = 0
        var plainInWord = 0
        var foreignInWord = 0
        func closeWord() {
            let isMixed = plainInWord > 0 && foreignInWord > 0
            let isForeign = foreignInWord > 1 && plainInWord < foreignInWord
            if kind == .other ? isMixed : isForeign { odd += foreignInWord }
            plainInWord = 0
            foreignInWord = 0
        }
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                if (65...90).contains(value & ~0x20) { plainInWord += 1 } else { closeWord() }
            } else {
                foreign += 1
                if scalar.properties.isAlphabetic {
                    foreignInWord += 1
                } else {
                    // A lone accent is no sign of writing; the acute one is typed as an apostrophe.
                    let isAccent = scalar.properties.generalCategory == .modifierSymbol && scalar != "´"
                    if value < 0xA0 || value == 0xFFFD || isAccent { odd += 1 }
                    if scalar.properties.canonicalCombiningClass == .notReordered { closeWord() }
                }
            }
        }
        closeWord()
        return odd * 4 <= foreign
    }
}
