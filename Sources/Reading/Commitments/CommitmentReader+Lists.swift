// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Lists of what is promised: "The two sides agreed to:" and the paragraphs behind it.
extension CommitmentReader {
    /// The word of promise whose content is the list that the passage brings in.
    func lead(of passage: Passage) -> Signalled? {
        let tokens = passage.tokens
        guard let colon = tokens.lastIndex(where: { $0.pos != "SPACE" }), colon > 1, tokens[colon].text == ":",
            let next = passages.dropFirst(passage.index + 1).first, isItem(next)
        else { return nil }
        if governors.willWords.contains(tokens[colon - 1].lower), passage.subject(of: colon - 1) != nil {
            return Signalled(token: colon - 1, force: .pledge, content: colon - 1, isMutual: false)
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

    /// Whether a paragraph is marked as an item of a list, or begins with what is to be done: "Open a port".
    private func isItem(_ passage: Passage) -> Bool {
        passage.listItemStart != nil || passage.tokens.first?.tag == "VB"
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
        return behind.prefix { isItem($0) && ($0.listItemStart != nil) == isMarked }.compactMap { item in
            let start = item.listItemStart ?? 0
            var end = item.doc.sentences.first { $0.contains(start) }?.upperBound ?? item.tokens.count
            // "Open the port: both sides …" is a heading with what it is about behind it.
            if let colon = item.tokens[start..<end].firstIndex(where: { $0.text == ":" }) { end = colon }
            let what = trimmed(start..<end, in: item)
            guard what.count > 1 else { return nil }
            return DraftCommitment(
                passage: item.index, by: by, force: force, what: what, measure: nil, target: nil, baseline: nil,
                deadline: nil, tokens: what)
        }
    }
}
