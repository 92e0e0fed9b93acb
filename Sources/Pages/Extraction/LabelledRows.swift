// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds the rows of short labels and values with which sites of offices open an article: date, department, hits.
///
/// The rows may be those of a table or of a list of terms, lines with a colon, or one line of several labels.
struct LabelledRows {
    let labels: RowLabels
    let rules: LineRules

    /// Unicode scalars of a label with its value, and of a line of several.
    private static let longest = (label: 24, value: 60, line: 200)
    /// Runs before the text that are looked at.
    private static let reach = 40

    /// What a row tells.
    private enum Kind { case date, author, other }

    /// What rows say.
    struct Rows {
        /// The roles of runs by their places.
        var roles: [Int: BlockRole] = [:]
        /// Persons and departments.
        var authors: [String] = []
    }

    private struct Part {
        var label: String
        var kind: Kind
        var value: String
    }

    /// The rows among the runs before the first paragraph; none unless there are two labels, one of them of an office.
    func rows(of runs: ArraySlice<Run>) -> Rows {
        let end = runs.prefix(Self.reach).firstIndex { $0.weight > 0 && rules.endsSentence($0.text) } ?? runs.startIndex
        var rows = Rows()
        var found: Set<String> = []
        var place = runs.startIndex
        while place < end {
            let key = runs[place].length <= Self.longest.label ? PhraseLexicon.key(runs[place].text) : ""
            var parts: [Part] = []
            if let kind = kind(of: key), place + 1 < end, isValue(runs[place + 1].text, of: kind) {
                rows.roles[place] = .furniture
                place += 1
                parts = [Part(label: key, kind: kind, value: runs[place].text)]
            } else {
                parts = self.parts(of: runs[place].text)
            }
            if !parts.isEmpty { rows.roles[place] = role(of: parts.map(\.kind)) }
            rows.authors += parts.filter { $0.kind == .author }.map(\.value)
            found.formUnion(parts.map(\.label))
            place += 1
        }
        // A recipe and a list of events have labels too.
        return found.count > 1 && !labels.loose.isSuperset(of: found) ? rows : Rows()
    }

    private func role(of kinds: [Kind]) -> BlockRole {
        kinds.contains(.date) ? .dateline : kinds == [.author] ? .byline : .furniture
    }

    private func kind(of key: String) -> Kind? {
        if labels.date.contains(key) { return .date }
        return labels.author.contains(key) ? .author : labels.other.contains(key) ? .other : nil
    }

    private func isValue(_ text: String, of kind: Kind) -> Bool {
        guard text.scalarCount <= Self.longest.value, self.kind(of: PhraseLexicon.key(text)) == nil else {
            return false
        }
        return kind != .date || rules.scanner.dates(in: text).first?.date.start.day != nil
    }

    /// The labels and values of a line that holds nothing else.
    private func parts(of line: String) -> [Part] {
        guard line.utf8.count <= 4 * Self.longest.line, line.scalarCount <= Self.longest.line else { return [] }
        var result: [Part] = []
        var isGlued = false
        for section in line.unicodeScalars.split(whereSeparator: LineRules.isBar) {
            var words = String(section).words.filter { $0 != ":" }
            if let first = words.first, let length = gluedLabel(of: first) {
                isGlued = true
                words.replaceSubrange(0..<1, with: [first.prefix(length), first.dropFirst(length)])
            }
            guard var open = opening(of: words[...]) else { return [] }
            var value = open.end
            while value < words.count {
                let next = (value + 1..<words.count).first { opening(of: words[$0...]) != nil } ?? words.count
                open.part.value = words[value..<next].joined(separator: " ")
                guard open.part.value.scalarCount <= Self.longest.value else { return [] }
                result.append(open.part)
                guard next < words.count, let following = opening(of: words[next...]) else { break }
                open = following
                value = open.end
            }
        }
        // A lone word may begin any line.
        let isSure =
            isGlued || result.count > 1 || line.unicodeScalars.contains { $0 == ":" || $0 == "：" }
            || result.first?.kind == .date && !rules.scanner.dates(in: line).isEmpty
            || result.first?.value.allSatisfy { $0.isNumber || $0 == "," } == true
        return isSure ? result : []
    }

    /// The label of up to three words with which these begin.
    private func opening(of words: ArraySlice<Substring>) -> (part: Part, end: Int)? {
        guard let first = words.first, labels.openings.contains(PhraseLexicon.key(String(first))) else { return nil }
        for count in (1...3).reversed() where count <= words.count {
            let key = PhraseLexicon.key(words.prefix(count).joined(separator: " "))
            if let kind = kind(of: key) { return (Part(label: key, kind: kind, value: ""), words.startIndex + count) }
        }
        return nil
    }

    /// Characters of the label with which a word begins whose value stands right behind it: `조회수132`.
    private func gluedLabel(of word: Substring) -> Int? {
        guard let first = word.unicodeScalars.first, first.value >= 0x1100,
            kind(of: PhraseLexicon.key(String(word))) == nil
        else { return nil }
        return (2...6).reversed().first {
            $0 < word.count && kind(of: PhraseLexicon.key(String(word.prefix($0)))) != nil
        }
    }
}
