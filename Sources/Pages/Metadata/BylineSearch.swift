// SPDX-License-Identifier: Apache-2.0

/// Finds bylines among short lines that may hold more than one thing.
struct BylineSearch {
    let rules: LineRules
    let lexicon: MetadataLexicon

    /// Bytes of the longest label.
    private static let longestLabel = 80

    /// The lines, or parts of lines between bars, that name an author.
    func bylines(in lines: [String]) -> [String] {
        var found: [String] = []
        for (index, line) in lines.enumerated() {
            if lexicon.authorLabels.contains(PhraseLexicon.key(line)), index + 1 < lines.count {
                found.append(lines[index + 1])
                continue
            }
            for part in Self.parts(of: line) {
                if let labelled = afterLabel(part) {
                    found.append(labelled)
                } else if rules.isByline(part) {
                    found.append(part)
                } else {
                    let undated = withoutDates(part)
                    if undated != part, rules.isByline(undated) { found.append(undated) }
                    if undated != part, let labelled = afterLabel(undated) { found.append(labelled) }
                }
            }
        }
        return found
    }

    /// The names that stand between bars beside a date: `4 May 2025 | 13:10 | Ann Bell`.
    func namesBesideDates(in lines: [String]) -> [String] {
        lines.filter { $0.utf8.count <= 160 && rules.hasDatePart($0) }.flatMap(Self.parts).filter { part in
            let words = part.split(separator: " ")
            return (2...3).contains(words.count) && !rules.isDateLine(part)
                && words.allSatisfy {
                    $0.count > 1 && $0.first?.isUppercase == true && $0.dropFirst().contains(where: \.isLowercase)
                }
                && part.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || $0 == " " || $0 == "-" || $0 == "." || $0 == "'"
                }
        }
    }

    /// The lines anywhere on a page that begin with a label for an author and a colon: `Author: Ann Bell, Lund`.
    func labelledBylines(in runs: some Sequence<Run>) -> [String] {
        var found: [String] = []
        var isLabelled = false
        for run in runs {
            if isLabelled, run.length <= 60 { found.append(run.text) }
            isLabelled = run.length <= 20 && run.text.hasSuffix(":") && afterLabel(run.text + "-") != nil
            if run.length <= 160, let labelled = afterLabel(run.text) { found.append(labelled) }
        }
        return found
    }

    private static func parts(of line: String) -> [String] {
        line.unicodeScalars.split(whereSeparator: LineRules.isBar).map { WhiteSpace.folded(String($0)) }
    }

    /// What stands behind a label and a colon, up to a comma and words that are no name.
    private func afterLabel(_ line: String) -> String? {
        guard line.utf8.contains(where: { $0 == 0x3A || $0 == 0xEF }),
            let colon = line.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" })
        else { return nil }
        guard line.utf8.distance(from: line.startIndex, to: colon) <= Self.longestLabel else { return nil }
        guard lexicon.authorLabels.contains(PhraseLexicon.key(String(line[..<colon]))) else { return nil }
        let rest = WhiteSpace.folded(String(line[line.index(after: colon)...]))
        let parts = rest.split(separator: ",").map { WhiteSpace.folded(String($0)) }
        let names = parts.prefix { part in
            part.split(separator: " ").count <= 4
                && part.split(separator: " ").allSatisfy { word in
                    !(word.first?.isLowercase ?? true) || lexicon.nameParticles.contains(word.lowercased())
                        || lexicon.nameJoiners.contains(" \(word) ")
                }
        }
        let result = names.joined(separator: ", ")
        return result.isEmpty ? parts.first : result
    }

    private func withoutDates(_ line: String) -> String {
        guard line.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return line }
        let found = rules.scanner.dates(in: line)
        guard let first = found.first, let last = found.last else { return line }
        let scalars = Array(line.unicodeScalars)
        let before = scalars[..<first.scalars.lowerBound]
        let after = scalars[last.scalars.upperBound...]
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
            String(String.UnicodeScalarView(part)).trimmingPrefix { !$0.isLetter }.description
        }
        var words = text(before).split(separator: " ")
        while let word = words.last, lexicon.dateWords.contains(word.lowercased()) { words.removeLast() }
        return words.isEmpty ? text(after) : words.joined(separator: " ")
    }
}
