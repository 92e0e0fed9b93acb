// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Makes lists of persons' names out of bylines.
struct AuthorNames {
    let lexicon: MetadataLexicon
    let siteNames: [String]

    /// The names in a byline such as `By Ann Bell and Carl Dorn`, without what names nobody.
    func names(in byline: String) -> [String] {
        var text = WhiteSpace.folded(HTMLEntities.decoded(byline))
        text = withoutPrefixes(text)
        for joiner in lexicon.nameJoiners { text = text.replacingOccurrences(of: joiner, with: ";") }
        var names: [String] = []
        for part in text.split(whereSeparator: { ",;|/•·\n".contains($0) }) {
            guard let name = clean(String(part)), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }

    private func withoutPrefixes(_ text: String) -> String {
        var text = text
        var changed = true
        while changed {
            changed = false
            let lowered = text.lowercased()
            for prefix in lexicon.namePrefixes where lowered.hasPrefix(prefix) {
                text = String(text.dropFirst(prefix.count))
                changed = true
                break
            }
        }
        return text
    }

    private func clean(_ part: String) -> String? {
        var name = withoutPrefixes(WhiteSpace.folded(part))
        for (open, close) in [("(", ")"), ("[", "]"), ("<", ">"), ("（", "）")] {
            guard let start = name.range(of: open) else { continue }
            let end = name.range(of: close, range: start.upperBound..<name.endIndex)?.upperBound ?? name.endIndex
            name.removeSubrange(start.lowerBound..<end)
        }
        name = name.split(separator: " ").filter { !$0.contains("@") && !$0.contains("://") }.joined(separator: " ")
        for tail in lexicon.nameTails {
            guard let range = name.range(of: tail), range.lowerBound > name.startIndex else { continue }
            name = String(name[..<range.lowerBound])
        }
        let edges: Set<Character> = [" ", ".", ":", "-", "–", "—", "*", "=", "\"", "'", "“", "”", "©", "▶", "■", "|"]
        while let first = name.first, edges.contains(first) { name.removeFirst() }
        while let last = name.last, edges.contains(last), !(last == "." && Self.endsInInitial(name)) {
            name.removeLast()
        }
        return isName(name) ? name : nil
    }

    private func isName(_ name: String) -> Bool {
        let count = name.unicodeScalars.count
        guard (2...60).contains(count), name.split(separator: " ").count <= 6 else { return false }
        guard !name.unicodeScalars.contains(where: { (48...57).contains($0.value) }) else { return false }
        guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return false }
        if name.contains(".com") || name.contains("www.") { return false }
        let lowered = name.lowercased()
        if lexicon.notAuthors.contains(lowered) { return false }
        let key = PhraseLexicon.key(name)
        return !siteNames.contains { PhraseLexicon.key($0) == key }
    }

    private static func endsInInitial(_ name: String) -> Bool {
        let word = name.split(separator: " ").last ?? ""
        return word.count <= 3
    }
}
