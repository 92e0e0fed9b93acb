// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Which parties of a page a name of the question may mean, and how near to a sentence it stands.
struct NamedParties {
    let page: PageText
    let name: Question.Name
    /// The parties that go by the name.
    let parties: Set<String>

    /// How well an entry bears out that it is about the name.
    enum Support {
        /// The sentence or the entry names it.
        static let direct = 1.0
        /// It stands two sentences or less before, or in the title.
        static let near = 0.6
        /// The sentence has it only inside another name, as `Hai Phong` in `Hai Phong Maritime University`.
        static let inside = 0.5
        /// It stands elsewhere on the page.
        static let far = 0.3
    }

    init(_ name: Question.Name, in page: PageText) {
        self.page = page
        self.name = name
        var parties: Set<String> = []
        for party in page.reading.parties {
            let names = ([party.name] + party.aliases).map(Wording.tokens)
            let isMeant = names.contains { own in
                name.wordings.contains { $0 == own }
                    || party.kind == .person && own.count > 1 && name.wordings.contains { Self.isPart($0, of: own) }
            }
            if isMeant { parties.insert(party.id) }
        }
        self.parties = parties
    }

    /// How near the name stands to the sentences; `links` are the parties of the entry.
    func support(_ sentences: Range<Int>, links: Set<String>) -> Double {
        if !parties.isDisjoint(with: links) { return Support.direct }
        let direct = sentences.map { support(inSentence: $0) }.max() ?? 0
        if direct == Support.direct || name.isNear { return direct }
        let before = max(0, sentences.lowerBound - 2)..<sentences.lowerBound
        let headings = page.sentences.indices.filter { page.sentences[$0].role == .headline }
        let near = (Array(before) + headings).map { support(inSentence: $0) }.max() ?? 0
        if near > 0 { return max(direct, Support.near * near) }
        if direct > 0 { return direct }
        let far = page.sentences.indices.contains { support(inSentence: $0) > 0 }
        return far ? Support.far : 0
    }

    private func support(inSentence index: Int) -> Double {
        let sentence = page.sentences[index]
        let mentions = page.reading.parties.filter { parties.contains($0.id) }.flatMap(\.mentions)
        if mentions.contains(where: { sentence.bytes.overlaps($0.bytes) }) { return Support.direct }
        var best = 0.0
        for wording in name.wordings where Wording.stands(wording, in: sentence.words) {
            best = max(best, isInsideOtherName(wording, sentence) ? Support.inside : Support.direct)
        }
        return best
    }

    /// Whether the words stand in this sentence only as part of the longer name of another party.
    private func isInsideOtherName(_ wording: [String], _ sentence: PageText.Sentence) -> Bool {
        let longer = page.reading.parties.filter { !parties.contains($0.id) }.filter { party in
            ([party.name] + party.aliases).contains { name in
                let own = Wording.tokens(name)
                return own.count > wording.count && Wording.stands(wording, in: own)
                    && Wording.stands(own, in: sentence.words)
            }
        }
        guard !longer.isEmpty else { return false }
        let inside = longer.flatMap { [$0.name] + $0.aliases }.map(Wording.tokens)
            .filter { $0.count > wording.count }
            .reduce(0) { $0 + Wording.places(of: $1, in: sentence.words).count }
        return Wording.places(of: wording, in: sentence.words).count <= inside
    }

    private static func isPart(_ part: [String], of whole: [String]) -> Bool {
        part.count < whole.count && Wording.stands(part, in: whole)
    }
}
