// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Which parties of a page a name of the question may mean, and how near to a sentence it stands.
struct NamedParties {
    let page: PageText
    let name: Question.Name
    let lexicon: QuestionLexicon
    /// The words of the whole question.
    let question: [String]
    /// The parties that go by the name.
    let parties: Set<String>

    /// How well an entry bears out that it is about the name.
    enum Support {
        /// The sentence or the entry names it.
        static let direct = 1.0
        /// It stands in one of the two sentences before.
        static let near = 0.6
        /// The sentence has it only inside another name, as `Hai Phong` in `Hai Phong Maritime University`.
        static let inside = 0.5
    }

    init(_ name: Question.Name, of question: Question, in page: PageText, lexicon: QuestionLexicon) {
        self.question = Wording.tokens(question.text)
        self.page = page
        self.lexicon = lexicon
        self.name = name
        var parties: Set<String> = []
        for party in page.reading.parties {
            let names = ([party.name] + party.aliases).map(Wording.tokens)
            let isMeant = names.contains { own in
                name.wordings.contains { $0 == own || Self.isCalled(own, $0, lexicon) }
                    || party.kind == .person && own.count > 1 && name.wordings.contains { Self.isPart($0, of: own) }
            }
            if isMeant { parties.insert(party.id) }
        }
        self.parties = parties
    }

    /// Whether the name is that of a place.
    var isPlace: Bool {
        page.reading.parties.contains { parties.contains($0.id) && [.city, .country, .place].contains($0.kind) }
    }

    /// How near the name stands to the sentences; `own` are the parties of the entry.
    func support(_ sentences: Range<Int>, own: Set<String>) -> Double {
        if !parties.isDisjoint(with: own) { return Support.direct }
        let direct = sentences.map { support(inSentence: $0) }.max() ?? 0
        if direct == Support.direct || name.isNear { return direct }
        let before = (max(0, sentences.lowerBound - 2)..<sentences.lowerBound)
            .filter { page.sentences[$0].role == .body }
        let near = before.map { support(inSentence: $0) }.max() ?? 0
        return max(direct, near == Support.direct ? Support.near : 0)
    }

    /// The tokens of a sentence that spell the name out.
    func places(in sentence: PageText.Sentence) -> [Range<Int>] {
        let words = sentence.tokens.enumerated().flatMap { index, token in token.words.map { (index, $0) } }
        return name.wordings.flatMap { Wording.places(of: $0, in: words.map(\.1)) }.map { place in
            words[place.lowerBound].0..<words[place.upperBound - 1].0 + 1
        }
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
                    && Wording.stands(own, in: sentence.words) && !Wording.stands(own, in: question)
            }
        }
        guard !longer.isEmpty else { return false }
        let isTied = Wording.places(of: wording, in: sentence.words).contains { place in
            place.lowerBound > 0 && lexicon.links.contains(sentence.words[place.lowerBound - 1])
        }
        if isTied { return false }
        let inside = longer.flatMap { [$0.name] + $0.aliases }.map(Wording.tokens)
            .filter { $0.count > wording.count }
            .reduce(0) { $0 + Wording.places(of: $1, in: sentence.words).count }
        return Wording.places(of: wording, in: sentence.words).count <= inside
    }

    /// Whether a name only says besides what it is the name of, as `Sakai City` for `Sakai`.
    private static func isCalled(_ name: [String], _ wording: [String], _ lexicon: QuestionLexicon) -> Bool {
        name.count > wording.count && name.starts(with: wording)
            && name.dropFirst(wording.count).allSatisfy(lexicon.fillers.contains)
    }

    private static func isPart(_ part: [String], of whole: [String]) -> Bool {
        part.count < whole.count && Wording.stands(part, in: whole)
    }
}
