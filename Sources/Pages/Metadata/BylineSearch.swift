// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Finds bylines among short lines that may hold more than one thing.
struct BylineSearch {
    let rules: LineRules
    let lexicon: MetadataLexicon

    /// Bytes of the longest label.
    private static let longestLabel = 80

    /// The lines, or parts of lines between bars, that name an author.
    func bylines(in lines: [NearbyLines.Line]) -> [String] {
        var found: [String] = []
        for line in lines {
            if !line.following.isEmpty, lexicon.authorLabels.contains(PhraseLexicon.key(line.text)) {
                found.append(line.following)
                continue
            }
            for part in Self.parts(of: line.text) {
                if let labelled = afterLabel(part) ?? amongLabels(part) {
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

    /// The names that stand between bars or dashes beside a date: `4 May 2025 | 13:10 | Ann Bell`.
    func namesBesideDates(in lines: [String]) -> [String] {
        let short = lines.filter { $0.utf8.count <= 160 }
        let dashed = short.map { line in
            [" - ", " – ", " — "].reduce([line]) { parts, dash in parts.flatMap { $0.parts(between: dash) } }
        }
        let beside = dashed.filter { $0.count == 2 && $0.contains(where: rules.isDateLine) }.joined()
        let parts = short.filter(rules.hasDatePart).flatMap(Self.parts) + beside.map { WhiteSpace.folded($0) }
        return parts.filter { part in
            let words = part.words
            return (2...3).contains(words.count) && !rules.isDateLine(part)
                && words.allSatisfy { word in
                    let isInitial = word.count == 2 && word.hasSuffix(".")
                    return word.first?.isUppercase == true
                        && (isInitial || word.count > 1 && word.dropFirst().contains(where: \.isLowercase))
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
            part.words.count <= 4
                && part.words.allSatisfy { word in
                    !(word.first?.isLowercase ?? true) || lexicon.nameParticles.contains(word.lowercased())
                        || lexicon.nameJoiners.contains(" \(word) ")
                }
        }
        let result = names.joined(separator: ", ")
        return result.isEmpty ? parts.first : result
    }

    /// What stands behind a label for an author in a line of several labels: `Date: 3 May 2025 Author: Ann Bell Source: …`.
    private func amongLabels(_ line: String) -> String? {
        guard line.utf8.count(where: { $0 == 0x3A }) > 1 else { return nil }
        let words = line.words
        let labels = words.indices.filter { words[$0].last == ":" && words[$0].count > 1 }
        guard labels.count > 1 else { return nil }
        for (place, label) in labels.enumerated()
        where lexicon.authorLabels.contains(PhraseLexicon.key(String(words[label]))) {
            let end = place + 1 < labels.count ? labels[place + 1] : words.endIndex
            let name = words[(label + 1)..<end].joined(separator: " ")
            if !name.isEmpty { return name }
        }
        return nil
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
        var words = text(before).words
        while let word = words.last, lexicon.dateWords.contains(word.lowercased()) { words.removeLast() }
        return words.isEmpty ? text(after) : words.joined(separator: " ")
    }
}
