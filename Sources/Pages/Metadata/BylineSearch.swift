// SPDX-License-Identifier: Apache-2.0

/// Finds bylines among short lines that may hold more than one thing.
struct BylineSearch {
    let rules: LineRules
    /// Labels that stand on a line of their own before the name.
    let labels: [String]

    /// The lines, or parts of lines between bars, that name an author.
    func bylines(in lines: [String]) -> [String] {
        var found: [String] = []
        for (index, line) in lines.enumerated() {
            if labels.contains(PhraseLexicon.key(line)), index + 1 < lines.count {
                found.append(lines[index + 1])
                continue
            }
            for part in line.split(whereSeparator: { "|•·".contains($0) }) {
                let part = WhiteSpace.folded(String(part))
                if rules.isByline(part) { found.append(part) }
            }
        }
        return found
    }
}
