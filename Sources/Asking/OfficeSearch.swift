// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Ledger

/// Who a page says holds the office that a question asks about.
///
/// The title has to stand with its body: `Mayor of Busan`, `Busan's mayor`, `Mayor Park of Busan`. The holder is the
/// person who stands right behind the title, or the nearest one before it.
struct OfficeSearch {
    let question: Question
    let office: OfficeMatch
    let page: PageText
    let gazetteer: Gazetteer
    let lexicon: QuestionLexicon

    /// One sentence that says who holds the office.
    struct Finding {
        let holder: Party
        let sentence: Int
        /// The office of the reading, or the holder where it has none.
        let item: (kind: LastingId.Kind, short: String)
        let quotes: [String]
        /// Whether the title stands with the body that the question names.
        let isOfBody: Bool
        /// Whether the title says that it was held before.
        let isFormer: Bool
    }

    /// The longest title in words, the farthest that a name may stand from it, in tokens.
    private static let longestTitle = 9
    private static let reach = 12

    var findings: [Finding] {
        page.sentences.indices.flatMap { findings(inSentence: $0) }
    }

    private func findings(inSentence index: Int) -> [Finding] {
        let sentence = page.sentences[index]
        var findings: [Finding] = []
        for title in titles(in: sentence) {
            guard let holder = holder(of: title, in: sentence) else { continue }
            let isOfBody = question.names.allSatisfy { name in
                isNamed(name, with: title, sentence) || isOwner(name, of: title, heldBy: holder, sentence)
            }
            findings.append(finding(holder, title, index, isOfBody: isOfBody))
        }
        return findings
    }

    /// The places in the sentence where a title of this office stands that is held.
    private func titles(in sentence: PageText.Sentence) -> [Range<Int>] {
        let texts = sentence.tokens.map { page.text($0.bytes) }
        let named = question.names.flatMap(\.wordings)
        var titles: [Range<Int>] = []
        var start = 0
        while start < texts.count {
            // The body in front of a title is no part of it: "Portuguese Foreign Minister".
            if named.contains(where: { $0 == sentence.tokens[start].words }) {
                start += 1
                continue
            }
            var end = min(texts.count, start + Self.longestTitle)
            while end > start {
                let words = texts[start..<end].joined(separator: " ")
                if let match = gazetteer.office(titled: words) {
                    // The longest title alone counts: a deputy mayor is no mayor.
                    if isAsked(match) { titles.append(start..<end) }
                    start = end - 1
                    break
                }
                end -= 1
            }
            start += 1
        }
        return titles
    }

    private func isAsked(_ match: OfficeMatch) -> Bool {
        let isHeld = match.standing == .holder || match.standing == .acting
        guard match.office.title == office.office.title, isHeld || match.standing == .former && !question.isPresent
        else { return false }
        guard let portfolio = office.portfolio else { return match.portfolio == nil }
        let asked = Set(Wording.tokens(portfolio)).subtracting(lexicon.conjunctions).subtracting(lexicon.links)
        return match.portfolio.map { !asked.isDisjoint(with: Wording.tokens($0)) } ?? false
    }

    /// Whether the body that the question names stands with the title.
    private func isNamed(_ name: Question.Name, with title: Range<Int>, _ sentence: PageText.Sentence) -> Bool {
        name.wordings.contains { wording in
            let words = sentence.tokens.flatMap { token in token.words.map { ($0, token.bytes) } }
            let places = Wording.places(of: wording, in: words.map(\.0))
            return places.contains { place in
                let from = words[place.lowerBound].1.lowerBound
                let to = words[place.upperBound - 1].1.upperBound
                guard let first = sentence.tokens.firstIndex(where: { $0.bytes.contains(from) }),
                    let last = sentence.tokens.lastIndex(where: { $0.bytes.lowerBound < to })
                else { return false }
                return isPost(title, in: sentence)
                    ? isTied(title, asPost: first..<last + 1, of: name, sentence)
                    : isTied(title, to: first..<last + 1, sentence)
            }
        }
    }

    /// Whether the page's reading gives the office that stands here to the body of this name: "Ann Berg, dean, FHU".
    private func isOwner(
        _ name: Question.Name, of title: Range<Int>, heldBy holder: Party, _ sentence: PageText.Sentence
    ) -> Bool {
        guard !name.isPlace else { return false }
        let bytes =
            sentence.tokens[title.lowerBound].bytes.lowerBound..<sentence.tokens[title.upperBound - 1].bytes.upperBound
        return holder.offices.contains { office in
            guard let owner = office.of.flatMap(page.party),
                office.evidence.contains(where: { $0.range.bytes.overlaps(bytes) })
            else { return false }
            return ([owner.name] + owner.aliases).contains { name.wordings.contains(Wording.tokens($0)) }
        }
    }

    /// `Busan Mayor`, `Busan's Mayor`, `Mayor of the city of Busan`, `Mayor Park Heong-joon of Busan`.
    private func isTied(_ title: Range<Int>, to body: Range<Int>, _ sentence: PageText.Sentence) -> Bool {
        let texts = sentence.tokens.map { page.text($0.bytes).lowercased() }
        if body.upperBound <= title.lowerBound {
            let between = texts[body.upperBound..<title.lowerBound]
            return between.allSatisfy(lexicon.possessives.contains)
        }
        // "Secretary of Trade of Busan" has its body within the title.
        if title.lowerBound < body.lowerBound, body.upperBound <= title.upperBound {
            return lexicon.links.contains(texts[body.lowerBound - 1])
        }
        guard title.upperBound <= body.lowerBound else { return false }
        let between = Array(texts[title.upperBound..<body.lowerBound])
        guard let link = between.firstIndex(where: lexicon.links.contains) else { return false }
        guard between[(link + 1)...].allSatisfy(lexicon.fillers.contains) else { return false }
        // Between the title and "of" only the holder's name may stand.
        let name = title.upperBound..<title.upperBound + link
        return name.isEmpty || persons.contains { covers($0, name, sentence) }
    }

    private func isPost(_ title: Range<Int>, in sentence: PageText.Sentence) -> Bool {
        let words = sentence.tokens[title].flatMap(\.words).joined(separator: " ")
        return lexicon.posts.titles.contains { Wording.stands(Wording.tokens($0), in: Wording.tokens(words)) }
    }

    /// `the Japanese ambassador to Korea` is for Japan and in Korea, and not the other way round.
    private func isTied(
        _ title: Range<Int>, asPost place: Range<Int>, of name: Question.Name, _ sentence: PageText.Sentence
    ) -> Bool {
        let texts = sentence.tokens.map { page.text($0.bytes).lowercased() }
        if place.upperBound <= title.lowerBound {
            return !name.isPlace && texts[place.upperBound..<title.lowerBound].allSatisfy(lexicon.possessives.contains)
        }
        guard title.upperBound < place.lowerBound else { return false }
        let links = name.isPlace ? lexicon.posts.links : lexicon.links
        var before = place.lowerBound - 1
        while before > title.upperBound, lexicon.fillers.contains(texts[before]), !links.contains(texts[before]) {
            before -= 1
        }
        guard links.contains(texts[before]) else { return false }
        // Between the title and this word only the other name may stand: "of Japan in Busan".
        let others = question.names.filter { $0 != name }.flatMap(\.wordings).joined()
        return sentence.tokens[title.upperBound..<before].allSatisfy { token in
            token.words.allSatisfy { lexicon.links.contains($0) || lexicon.fillers.contains($0) || others.contains($0) }
        }
    }

    private func covers(_ person: Party, _ tokens: Range<Int>, _ sentence: PageText.Sentence) -> Bool {
        let from = sentence.tokens[tokens.lowerBound].bytes.lowerBound
        let to = sentence.tokens[tokens.upperBound - 1].bytes.upperBound
        return person.mentions.contains { $0.start.byte <= from && to <= $0.end.byte }
    }

    /// The person behind the title without anything between but its body, or the nearest one before it.
    private func holder(of title: Range<Int>, in sentence: PageText.Sentence) -> Party? {
        var best: (distance: Int, party: Party)?
        for person in persons {
            for mention in person.mentions where sentence.bytes.overlaps(mention.bytes) && isName(mention, of: person) {
                guard let first = sentence.tokens.firstIndex(where: { $0.bytes.overlaps(mention.bytes) }),
                    let last = sentence.tokens.lastIndex(where: { $0.bytes.overlaps(mention.bytes) })
                else { continue }
                let distance: Int
                if first >= title.upperBound {
                    guard goesOn(sentence.tokens[title.upperBound..<first]) else { continue }
                    distance = first - title.upperBound
                } else if last < title.lowerBound {
                    guard isDescribed(sentence.tokens[(last + 1)..<title.lowerBound]) else { continue }
                    // What stands before is a little farther: "Mayor Lee met Mayor Park".
                    distance = title.lowerBound - last
                } else if first <= title.lowerBound, title.upperBound <= last + 1 {
                    distance = 0
                } else {
                    continue
                }
                if distance <= Self.reach, distance < best?.distance ?? .max { best = (distance, person) }
            }
        }
        return best?.party
    }

    /// Whether a title behind these words describes the person before them: "Nora Quill, the", "Nora Quill was elected",
    /// but not "Nora Quill met the" nor "Nora Quill and the".
    private func isDescribed(_ between: ArraySlice<PageText.Word>) -> Bool {
        if let last = between.last, last.words.contains(where: lexicon.capacities.contains) { return true }
        return between.allSatisfy { token in
            switch token.pos {
            case "VERB": lexicon.assuming.contains(token.lemma)
            case "CCONJ": false
            default: true
            }
        }
    }

    /// Whether whoever is named behind these words can be the holder of the office before them: "the mayor is Nora Quill",
    /// but not "the mayor met Nora Quill".
    private func goesOn(_ between: ArraySlice<PageText.Word>) -> Bool {
        between.allSatisfy { $0.pos != "VERB" || lexicon.assuming.contains($0.lemma) }
    }

    /// A pronoun or a title alone does not say who holds an office.
    private func isName(_ mention: TextRange, of person: Party) -> Bool {
        let words = Set(Wording.tokens(page.reading.article.text.text(at: mention) ?? ""))
        return ([person.name] + person.aliases).contains { !words.isDisjoint(with: Wording.tokens($0)) }
    }

    private func finding(_ holder: Party, _ title: Range<Int>, _ index: Int, isOfBody: Bool) -> Finding {
        let sentence = page.sentences[index]
        let from = sentence.tokens[title.lowerBound].bytes.lowerBound
        let to = sentence.tokens[title.upperBound - 1].bytes.upperBound
        let written = page.text(from..<to)
        let isFormer = gazetteer.office(titled: written).map { $0.standing == .former } ?? false
        for (position, held) in holder.offices.enumerated() {
            let here = held.evidence.filter { sentence.bytes.overlaps($0.range.bytes) }
            if !here.isEmpty {
                return Finding(
                    holder: holder, sentence: index, item: (.office, "\(holder.id)/\(position + 1)"),
                    quotes: here.map(\.quote), isOfBody: isOfBody, isFormer: isFormer)
            }
        }
        return Finding(
            holder: holder, sentence: index, item: (.party, holder.id), quotes: [written], isOfBody: isOfBody,
            isFormer: isFormer)
    }

    private var persons: [Party] { page.reading.parties.filter { $0.kind == .person } }
}
