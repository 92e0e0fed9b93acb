// SPDX-License-Identifier: Apache-2.0

import Cooperation
import TestNumbers

/// A sentence whose expected expressions stand in square brackets.
struct MarkedText {
    /// The sentence without the brackets.
    let text: String
    /// What the brackets held, in order.
    let marked: [String]

    init(_ marks: String) {
        var text = ""
        var marked: [String] = []
        var open: String?
        for character in marks {
            switch character {
            case "[": open = ""
            case "]":
                if let found = open { marked.append(found) }
                open = nil
            default:
                text.append(character)
                open?.append(character)
            }
        }
        self.text = text
        self.marked = marked
    }
}

extension SeededNumbers {
    /// A text of pieces that the grammars know, mixed with any scalars.
    mutating func text(of words: [String], pieces: Int) -> String {
        var text = ""
        for _ in 0..<pieces {
            switch Int.random(in: 0..<10, using: &self) {
            case 0..<5: text += words.randomElement(using: &self) ?? ""
            case 5: text += String(Int.random(in: 0...99_999, using: &self))
            case 6:
                text +=
                    [",", ".", "-", "–", "/", ":", "'", "’", "%", "$", "€", "½", "\n"].randomElement(using: &self) ?? ""
            default:
                let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1_f9ff, using: &self))
                text.unicodeScalars.append(scalar ?? "?")
            }
            if Bool.random(using: &self) { text += " " }
        }
        return text
    }
}
