// SPDX-License-Identifier: Apache-2.0

/// Words before a name, such as `by`, made ready to be looked for.
package struct NamePrefixes: Sendable, Decodable {
    /// Short ones that may also stand behind a date.
    let afterDates: [String]
    /// All of them.
    let all: PhraseSet
    /// Long ones without the blank behind them, for words and names in neighbouring elements.
    let glued: [[UInt8]]

    /// Reads a list of lower-case words that end in a blank; a colon may stand before it.
    package init(from decoder: any Decoder) throws {
        let words = try decoder.singleValueContainer().decode([String].self)
        afterDates = words.filter { !$0.hasSuffix(": ") && $0.count <= 5 }.map { " " + $0 }
        let bare = words.filter { $0.hasSuffix(" ") && !$0.hasSuffix(": ") }.map { $0.dropLast() }
        all = PhraseSet(bare.map { $0 + ": " } + bare.map { $0 + " : " } + words)
        glued = words.map { $0.dropLast() }.filter { $0.count >= 8 }.map { Array($0.utf8) }
    }
}
