// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Gives the office that a plural names to each person behind it: `Foreign Ministers A of Portugal and B of Ghana`.
struct SharedTitles {
    let passage: Passage
    let knowledge: NameKnowledge

    private var scanner: TitledNameScanner { TitledNameScanner(passage: passage, knowledge: knowledge) }

    /// `persons`, in text order, with the offices that they share.
    func shared(among persons: [Mention]) -> [Mention] {
        var found = persons
        for (index, person) in persons.enumerated() {
            let plural = person.nameTokens.lowerBound - 1
            guard plural >= 0, knowledge.isPluralTitle(passage.tokens[plural]) else { continue }
            var next = index
            while next < found.count, let body = office(of: found[next], plural: plural) {
                if found[next].offices.isEmpty { found[next].offices = [body.office] }
                guard next + 1 < found.count, isJoined(from: body.end, to: found[next + 1].tokens.lowerBound) else {
                    break
                }
                next += 1
            }
            // One name behind a plural is no list: "Ministers Lane" may be a street.
            if next == index { found[index].offices = person.offices }
        }
        return found
    }

    /// The office as one holder has it, with the body behind "of", and where its words end.
    private func office(of person: Mention, plural: Int) -> (office: OfficeMention, end: Int)? {
        let token = passage.tokens[plural]
        guard let title = knowledge.titles[String(token.lower.dropLast())] else { return nil }
        let start = title.takesPortfolio ? scanner.portfolioStart(before: plural) : plural
        var end = person.nameTokens.upperBound
        var body: Range<Int>?
        if scanner.isToken(end, "of"), let named = scanner.placeOrBody(at: end + 1) {
            body = named
            end = named.upperBound
        }
        let isUnique = title.isUnique && (start < plural || !title.takesPortfolio)
        return (
            OfficeMention(
                title: String(passage.text(of: start..<plural + 1).dropLast()), tokens: start..<plural + 1, body: body,
                isPast: scanner.isMarkedPast(before: start), isUnique: isUnique), end
        )
    }

    /// Whether nothing but commas and "and" stands between.
    private func isJoined(from end: Int, to start: Int) -> Bool {
        end < start
            && passage.tokens[end..<start].allSatisfy { $0.text == "," || passage.words.joining.contains($0.lower) }
    }
}

extension NameKnowledge {
    /// Whether a word names several holders of an office: "Ministers".
    func isPluralTitle(_ token: Token) -> Bool {
        token.lower.hasSuffix("s") && titles[String(token.lower.dropLast())] != nil
    }

    /// Whether words are several holders of an office, "Foreign Ministers", and no body of theirs, "Conference of Mayors".
    func areHolders(_ words: Range<Int>, in passage: Passage) -> Bool {
        words.last.map { isPluralTitle(passage.tokens[$0]) } == true
            && !words.contains { passage.words.owning.contains(passage.tokens[$0].lower) }
    }
}
