// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Lists of what is promised: "The two sides agreed to:" and the paragraphs behind it.
extension CommitmentReader {
    /// The word of promise whose content is the list that the passage brings in.
    func lead(of passage: Passage) -> Signalled? {
        let tokens = passage.tokens
        guard let colon = tokens.lastIndex(where: { $0.pos != "SPACE" }), colon > 1, tokens[colon].text == ":",
            let next = passages.dropFirst(passage.index + 1).first, next.isItem
        else { return nil }
        if let will = passage.openAuxiliary(among: governors.willWords), passage.subject(of: will) != nil {
            return Signalled(token: will, force: .pledge, content: will, isMutual: false)
        }
        for token in tokens.indices.reversed() where passage.sentence[token] == passage.sentence[colon] {
            guard
                let signal = lexicon.signals(token, in: passage).first(where: {
                    $0.pos == .verb && $0.takes.contains("infinitive")
                }),
                isAsserted(token, in: passage, allowsWould: false), ["ROOT", "conj"].contains(tokens[token].dep)
            else { continue }
            // "agreed to:", "agreed on the following measures:", but not "plans the tour with these partners:"
            let content = content(of: signal, at: token, in: passage)
            let isOpen = token + 1 == colon || tokens[min(token + 2, colon)].isPunctuation
            guard content.map({ bringsIn($0, in: passage) }) ?? isOpen else { return nil }
            return Signalled(
                token: token, force: signal.force, content: token, isMutual: signal.mutual == true)
        }
        return nil
    }

    /// Whether what is promised only brings in a list: "the following measures".
    private func bringsIn(_ content: Int, in passage: Passage) -> Bool {
        passage.subtree(of: content).contains { governors.listing.contains(passage.tokens[$0].lower) }
    }

    /// What the items behind a passage say that `by` will do.
    func listed(behind passage: Passage, _ lead: Signalled, by: [Int]) -> [DraftCommitment] {
        guard !by.isEmpty else { return [] }
        var force = lead.force
        if force == .pledge, let subject = passage.subject(of: lead.token), isJoint(subject, by, in: passage) {
            force = .agreed
        }
        let behind = passages.dropFirst(passage.index + 1)
        // Behind items with marks a paragraph that begins with a verb is none: "Read more on …".
        let isMarked = behind.first?.listItemStart != nil
        return behind.prefix { $0.isItem && ($0.listItemStart != nil) == isMarked }.compactMap { item in
            let start = item.listItemStart ?? 0
            var end = item.doc.sentences.first { $0.contains(start) }?.upperBound ?? item.tokens.count
            // "Open the port: both sides …" is a heading with what it is about behind it.
            if let colon = item.tokens[start..<end].firstIndex(where: { $0.text == ":" }) { end = colon }
            let what = trimmed(start..<end, in: item)
            // "The minister will: meet the mayor" tells of an occasion.
            guard what.count > 1, !isOccasion(what.lowerBound, in: item) else { return nil }
            return DraftCommitment(
                passage: item.index, by: by, force: force, what: what, measure: nil, target: nil, baseline: nil,
                deadline: nil, tokens: what)
        }
    }
}
