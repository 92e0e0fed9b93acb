// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Looks at an article's blocks once more with their neighbours: what stands alone among furniture is furniture.
struct DraftReview {
    let rules: LineRules
    /// The text of the article as the page's own data gives it, where it does.
    let evidence: BodyEvidence?

    /// The blocks with their final roles.
    func reviewed(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        demoteRepeatedDecks(&drafts)
        demoteWhatEvidenceLacks(&drafts)
        demoteIslands(&drafts)
        demoteLoneHeadings(&drafts)
        return drafts
    }

    /// Templates show the deck for each size of screen.
    private func demoteRepeatedDecks(_ drafts: inout [Draft]) {
        var seen: Set<String> = []
        for index in drafts.indices where drafts[index].role == .deck {
            if !seen.insert(PhraseLexicon.key(drafts[index].text)).inserted { drafts[index].role = .furniture }
        }
    }

    /// What follows the last run that the evidence has is no longer the article, unless there is much of it.
    private func demoteWhatEvidenceLacks(_ drafts: inout [Draft]) {
        guard let evidence else { return }
        let texts = drafts.indices.filter { [.body, .quote].contains(drafts[$0].role) }
        guard evidence.coverage(by: texts.map { drafts[$0].text }) >= 0.8 else { return }
        let shares = texts.map { evidence.share(of: drafts[$0].text) }
        guard let last = shares.lastIndex(where: { ($0 ?? 0) >= 0.5 }) else { return }
        func length(_ part: some Sequence<Int>) -> Int { part.reduce(0) { $0 + drafts[texts[$1]].text.utf8.count } }
        let behind = texts.indices.suffix(from: last + 1)
        guard length(behind) * 3 < length(texts.indices) else { return }
        for index in behind { drafts[texts[index]].role = .furniture }
    }

    /// Short lines that end no sentence and have furniture on both sides: prices, names of sections, labels.
    private func demoteIslands(_ drafts: inout [Draft]) {
        var start: Int?
        var island: [Int] = []
        for index in drafts.indices {
            switch drafts[index].role {
            case .furniture:
                if start != nil, isIsland(island, of: drafts) {
                    for index in island { drafts[index].role = .furniture }
                }
                start = index
                island = []
            case .body: island.append(index)
            case .caption, .byline, .dateline, .copyright: break
            case .headline, .deck, .quote:
                start = nil
                island = []
            }
        }
        // The end of the article has nothing behind it.
        if start != nil, isIsland(island, of: drafts) {
            for index in island { drafts[index].role = .furniture }
        }
    }

    private func isIsland(_ island: [Int], of drafts: [Draft]) -> Bool {
        guard !island.isEmpty, island.count <= 2 else { return false }
        return island.allSatisfy { index in
            !(drafts[index].isHeading && isOverText(index, in: drafts)) && !drafts[index].isItem
                && drafts[index].text.scalarCount < 70
                && !rules.endsSentence(drafts[index].text)
        }
    }

    /// Whether a paragraph follows a heading closely, a time stamp or an advertisement between them.
    private func isOverText(_ index: Int, in drafts: [Draft]) -> Bool {
        drafts[(index + 1)...].prefix(3).contains {
            [.body, .quote].contains($0.role) && rules.endsSentence($0.text) && $0.text.scalarCount >= 60
        }
    }

    /// Headings with nothing of the article behind them belong to the furniture that follows, or to nothing.
    private func demoteLoneHeadings(_ drafts: inout [Draft]) {
        enum Following { case nothing, text, heading }
        var following = Following.nothing
        var hasFurniture = false
        for index in drafts.indices.reversed() {
            switch drafts[index].role {
            case .furniture: hasFurniture = true
            case .body where drafts[index].isHeading:
                if following == .nothing || (following == .heading && hasFurniture) {
                    drafts[index].role = .furniture
                    hasFurniture = true
                } else {
                    following = .heading
                    hasFurniture = false
                }
            case .body, .quote, .deck:
                following = .text
                hasFurniture = false
            default: break
            }
        }
    }
}
