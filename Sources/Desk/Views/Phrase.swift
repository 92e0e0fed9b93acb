// SPDX-License-Identifier: Apache-2.0

/// Text out of a page or typed by a person, with the language that its letters tell.
enum Phrase {
    /// The view for the template `phrase`.
    static func view(_ text: String) -> View {
        ["text": .text(text), "tongue": .optional(language(of: text))]
    }

    /// The same as a value; nothing where the text is empty.
    static func value(_ text: String?) -> View.Value {
        text.flatMap { $0.isEmpty ? nil : .view(view($0)) } ?? .none
    }

    /// The language as a BCP 47 tag, where the script or its letters leave no doubt; `nil` for all others.
    static func language(of text: String) -> String? {
        var hangul = 0
        var kana = 0
        var vietnamese = 0
        var letters = 0
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            letters += 1
            switch scalar.value {
            case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: hangul += 1
            case 0x3040...0x30FF: kana += 1
            case 0x1EA0...0x1EF9, 0x01A0, 0x01A1, 0x01AF, 0x01B0: vietnamese += 1
            default: continue
            }
        }
        if hangul * 2 > letters { return "ko" }
        if kana > 0, kana * 4 > letters { return "ja" }
        // A name such as Đỗ in an English sentence does not make it Vietnamese.
        return vietnamese * 10 > letters ? "vi" : nil
    }
}
