// SPDX-License-Identifier: Apache-2.0

import Language

/// Runs of capitalised words that may be names of more than one word, such as
/// `Ministry of Culture, Community and Youth`.
struct CapitalisedRuns {
    let passage: Passage
    let knowledge: NameKnowledge
    /// Tokens that already belong to a personal name or title.
    let taken: TokenSet

    /// Words of these tags have a capital letter only at the beginning of a sentence or in a headline.
    private static let functionTags: Set<String> = [
        "PRP", "PRP$", "WP", "WDT", "WRB", "MD", "DT", "IN", "CC", "EX", "TO", "UH", "POS",
    ]

    private var tokens: [Token] { passage.tokens }

    /// The runs in text order.
    func runs() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < tokens.count {
            if isPart(position), !startsSentenceOnly(position) {
                let run = run(from: position)
                found.append(run)
                position = run.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    private func run(from start: Int) -> Range<Int> {
        var end = start + 1
        while end < tokens.count {
            if isPart(end) {
                end += 1
            } else if isConnector(end), let next = partBehind(end),
                !(joinsTwoNames(end) && isWholeName(start..<end, before: next))
            {
                end = next + 1
            } else if acronymInBrackets(at: end), end + 3 < tokens.count, isPart(end + 3) {
                end += 4
            } else if tokens[end].text == ",", insideComplement(start..<end), let next = listMember(behind: end) {
                end = next
            } else {
                break
            }
        }
        return start..<end
    }

    private func isPart(_ position: Int) -> Bool {
        guard tokens[position].text != tokens[position].lower, !taken.contains(position),
            !tokens[position].isPunctuation
        else { return false }
        let scalars = tokens[position].text.unicodeScalars
        guard tokens[position].isCapitalised || scalars.contains(where: \.isCapital) && scalars.count > 1 else {
            return false
        }
        let token = tokens[position]
        if token.text.hasSuffix("."), knowledge.honorific(in: tokens, at: position)?.gender != nil { return false }
        if Self.functionTags.contains(token.tag) { return token.entityPosition == .inside }
        return !(["VB", "VBD", "VBP", "VBZ"].contains(token.tag) && token.entityLabel.isEmpty)
    }

    /// Whether the word has its capital letter only because a sentence begins with it.
    private func startsSentenceOnly(_ position: Int) -> Bool {
        guard tokens[position].isSentenceStart || position > 0 && passage.isOpeningMark(position - 1) else {
            return false
        }
        let token = tokens[position]
        // "Eight Memoranda of Understanding were signed": how many there are is no part of a name.
        if token.tag == "CD", token.entityLabel == "CARDINAL" { return true }
        return !["NNP", "NNPS"].contains(token.tag) && token.entityLabel.isEmpty
            && token.text != token.text.uppercased()
            && !(position + 1 < tokens.count && isPart(position + 1) && ["JJ", "NN", "NNS"].contains(token.tag))
    }

    private func isConnector(_ position: Int) -> Bool {
        let token = tokens[position]
        if ["-", "\u{2013}"].contains(token.text) {
            return !tokens[position - 1].hasTrailingSpace && !token.hasTrailingSpace
        }
        if ["'", "\u{2019}"].contains(token.text) { return belongsToOwner(position) && !taken.contains(position) }
        return !taken.contains(position)
            && (knowledge.lists.nameConnectors.contains(token.lower) || knowledge.relates(position, in: passage))
    }

    /// The next capitalised word behind one or two connectors: `of the X`.
    private func partBehind(_ position: Int) -> Int? {
        var next = position + 1
        if next < tokens.count, passage.words.definite.contains(tokens[next].lower),
            knowledge.lists.fieldPrepositions.contains(tokens[position].lower)
        {
            next += 1
        }
        guard next < tokens.count, isPart(next) else { return nil }
        let connector = tokens[position].lower
        // "Museum in Seoul" names a place; only committees and treaties carry "on".
        if knowledge.lists.looseConnectors.contains(connector) { return nil }
        return knowledge.lists.topicPrepositions.contains(connector) && tokens[next].entityLabel == "DATE" ? nil : next
    }

    /// Whether a possessive mark stands inside a name: `People's Committee`, `Workers' Party`, `St. John's Hospital`.
    private func belongsToOwner(_ mark: Int) -> Bool {
        guard mark > 0, !tokens[mark - 1].hasTrailingSpace else { return false }
        return knowledge.lists.possessors.contains(tokens[mark - 1].lower)
            || mark > 1 && knowledge.lists.saints.contains(tokens[mark - 2].lower)
    }

    private func joinsTwoNames(_ position: Int) -> Bool {
        knowledge.lists.nameJoints.contains(tokens[position].lower)
    }

    /// Whether `left` is a name of its own, so that a conjunction behind it joins two names.
    private func isWholeName(_ left: Range<Int>, before next: Int) -> Bool {
        let connector = tokens[left.upperBound].lower
        if knowledge.lists.purposePrepositions.contains(connector) { return isNamedApart(left, from: next) }
        if knowledge.lists.possessiveMarks.contains(connector) { return !belongsToOwner(left.upperBound) }
        if let entity = passage.doc.entities.first(where: { $0.tokens.contains(next) }),
            entity.tokens.contains(left.upperBound)
        {
            return false
        }
        let leftHeads = tokens[left].contains { knowledge.bodyKind(ofHead: $0.lower) != nil }
        guard leftHeads else { return true }
        let complement = tokens[left].contains { knowledge.lists.ownerPrepositions.contains($0.lower) }
        var end = next
        while end < tokens.count, isPart(end) { end += 1 }
        let rightHeads = tokens[next..<end].contains { knowledge.bodyKind(ofHead: $0.lower) != nil }
        let rightIsPlace = ["GPE", "PERSON", "NORP"].contains(tokens[next].entityLabel)
        return rightHeads || rightIsPlace || !complement
    }

    /// Whether the model sees one name end with `left` and another begin at `next`: "played in the League for the Lions".
    private func isNamedApart(_ left: Range<Int>, from next: Int) -> Bool {
        let names = ["ORG", "PERSON", "GPE"]
        return names.contains(tokens[left.upperBound - 1].entityLabel) && names.contains(tokens[next].entityLabel)
            && !passage.doc.entities.contains { $0.tokens.contains(left.upperBound) }
    }

    /// Whether the run is an organisation's head with its field, which may go on after a comma.
    private func insideComplement(_ range: Range<Int>) -> Bool {
        guard let preposition = tokens[range].lastIndex(where: { knowledge.lists.ownerPrepositions.contains($0.lower) })
        else {
            return false
        }
        return tokens[range.lowerBound..<preposition].contains { knowledge.bodyKind(ofHead: $0.lower) != nil }
    }

    /// Whether a short form in brackets stands at `position`: `(APEC)`.
    func acronymInBrackets(at position: Int) -> Bool {
        guard position + 2 < tokens.count, tokens[position].text == "(", tokens[position + 2].text == ")" else {
            return false
        }
        let scalars = tokens[position + 1].text.unicodeScalars
        return (2...12).contains(scalars.count) && scalars.filter(\.properties.isUppercase).count >= 2
    }

    /// The end of a list's next member, if another member follows after "and": `, Community and Youth`.
    private func listMember(behind comma: Int) -> Int? {
        var end = comma + 1
        while end < tokens.count, isPart(end), end < comma + 4 { end += 1 }
        guard end > comma + 1, end < tokens.count,
            !tokens[comma + 1..<end].contains(where: {
                knowledge.bodyKind(ofHead: $0.lower) != nil || ["GPE", "PERSON", "NORP"].contains($0.entityLabel)
            })
        else { return nil }
        return tokens[end].text == "," || passage.words.joining.contains(tokens[end].lower) ? end : nil
    }
}
