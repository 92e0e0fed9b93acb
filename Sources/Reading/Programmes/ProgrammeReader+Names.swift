// SPDX-License-Identifier: Apache-2.0

import Language

/// What programmes are called.
extension ProgrammeReader {
    /// No name between quotation marks is longer, in tokens.
    private static let longestName = 16

    /// The name between quotation marks that a head stands in or beside: `the "Clean Harbours" project`, `a project
    /// entitled "Clean Harbours"`, `the "Clean Harbours Programme"`.
    func quotedName(at head: Int, in passage: Passage) -> Range<Int>? {
        var behind = head + 1
        if behind < passage.tokens.count, lexicon.naming.contains(passage.tokens[behind].lower) { behind += 1 }
        return marked(endingAt: head - 1, in: passage) ?? marked(beginningAt: behind, in: passage)
            ?? marked(around: head, in: passage)
    }

    /// The name right behind a head without marks: "a programme dubbed Clean Harbours", "the initiative Unbroken".
    func nameBehind(_ head: Int, in passage: Passage, _ groups: GroupFinder) -> Range<Int>? {
        let tokens = passage.tokens
        var start = head + 1
        guard start + 1 < tokens.count, !tokens[head].isCapitalised else { return nil }
        let isCalled = lexicon.naming.contains(tokens[start].lower)
        if isCalled { start += 1 }
        var end = start
        while end < tokens.count, passage.sentence[end] == passage.sentence[head], tokens[end].pos == "PROPN",
            tokens[end].isCapitalised, isCalled || tokens[end].entityLabel != "DATE"
        { end += 1 }
        guard end > start else { return nil }
        // "Under the programme Norway will …" has a subject behind it.
        let isApposed = tokens[end - 1].dep == "appos" && tokens[end - 1].head == head
        return isCalled || isApposed && (start..<end).allSatisfy { isNobody($0, in: passage, groups) }
            ? start..<end : nil
    }

    /// Whether a word names neither a person nor a place.
    private func isNobody(_ token: Int, in passage: Passage, _ groups: GroupFinder) -> Bool {
        let place = TokenPlace(passage: passage.index, token: token)
        return [groups.register.party(at: place), groups.register.place(at: place)].compactMap(\.self)
            .allSatisfy { groups.register.records[$0].kind == .organisation }
    }

    /// A title with the first part of its first word, which the tokenizer cuts at a hyphen: "Multi-annual Harbour Programme".
    func wholeName(_ title: Mention, of phrase: Range<Int>, in passage: Passage) -> String {
        // "the Peace and Harbours Initiative"
        let before = phrase.lowerBound..<max(phrase.lowerBound, title.nameTokens.lowerBound)
        if !before.isEmpty, passage.tokens[before.lowerBound].isCapitalised,
            before.allSatisfy({ passage.tokens[$0].isCapitalised || passage.tokens[$0].pos == "CCONJ" })
        {
            return passage.text(of: phrase.lowerBound..<title.nameTokens.upperBound)
        }
        let start = title.nameTokens.lowerBound - 3
        guard start >= 0, passage.tokens[start + 1].text == "-", passage.tokens[start].isCapitalised,
            passage.tokens[start..<start + 2].allSatisfy({ !$0.hasTrailingSpace })
        else { return title.name }
        return passage.text(of: start..<title.nameTokens.upperBound)
    }

    private func marked(endingAt close: Int, in passage: Passage) -> Range<Int>? {
        guard close > 1, isMark(close, opening: false, in: passage) else { return nil }
        let open = (max(0, close - Self.longestName)..<close).last { isMark($0, opening: true, in: passage) }
        return open.flatMap { name($0 + 1..<close, in: passage) }
    }

    private func marked(beginningAt open: Int, in passage: Passage) -> Range<Int>? {
        guard open + 1 < passage.tokens.count, isMark(open, opening: true, in: passage) else { return nil }
        let close = (open + 2..<max(open + 2, min(open + Self.longestName, passage.tokens.count)))
            .first { isMark($0, opening: false, in: passage) }
        return close.flatMap { name(open + 1..<$0, in: passage) }
    }

    private func marked(around head: Int, in passage: Passage) -> Range<Int>? {
        guard passage.tokens[head].isCapitalised,
            let open = (max(0, head - Self.longestName)..<head).last(where: {
                isMark($0, opening: true, in: passage) || isMark($0, opening: false, in: passage)
            }), let name = marked(beginningAt: open, in: passage), name.contains(head)
        else { return nil }
        return name
    }

    /// The words between two marks if they can be a name rather than a sentence.
    private func name(_ words: Range<Int>, in passage: Passage) -> Range<Int>? {
        guard let last = words.last else { return nil }
        let end = passage.tokens[last].isPunctuation && passage.tokens[last].text != ")" ? last : last + 1
        let name = words.lowerBound..<end
        guard !name.isEmpty, passage.tokens[name.lowerBound].isCapitalised,
            name.count(where: { passage.tokens[$0].isCapitalised }) * 2 >= name.count,
            !passage.tokens[name].contains(where: { [".", "!", "?", ";"].contains($0.text) })
        else { return nil }
        return name
    }

    /// Whether the token is a mark that opens or closes a name; a straight one opens before a word and closes behind one.
    private func isMark(_ token: Int, opening: Bool, in passage: Passage) -> Bool {
        let tokens = passage.tokens
        switch tokens[token].text {
        case "\u{201C}", "\u{2018}", "\u{00AB}": return opening
        case "\u{201D}", "\u{00BB}": return !opening
        case "\"", "'", "\u{2019}":
            let isBehindSpace = token == 0 || tokens[token - 1].hasTrailingSpace || tokens[token - 1].text == "("
            return opening ? isBehindSpace && !tokens[token].hasTrailingSpace : !isBehindSpace
        default: return false
        }
    }

    // MARK: One programme told twice

    /// Adds a programme, or what is told of it once more.
    func add(_ draft: DraftProgramme, to found: inout [DraftProgramme]) {
        guard let known = found.firstIndex(where: { isSame($0, draft) }) else {
            found.append(draft)
            return
        }
        found[known].parties += draft.parties.filter { !found[known].parties.contains($0) }
        found[known].tellings += draft.tellings.filter { !found[known].tellings.contains($0) }
    }

    private func isSame(_ one: DraftProgramme, _ other: DraftProgramme) -> Bool {
        let names = [one, other].map { NameFolding.fold($0.name ?? $0.description) }
        if names[0] == names[1] { return true }
        // A grant of the same sum by others is another one.
        if let sum = one.sum, sum == other.sum {
            let (first, second) = (Set(one.parties), Set(other.parties))
            return first.isSubset(of: second) || second.isSubset(of: first)
        }
        guard let first = one.name, let second = other.name else { return false }
        // "the Mayors for Growth (MFG) initiative" and "Mayors for Growth".
        let words = [first, second].map(ownWords)
        // "the Peru-Finland Green Corridor", then "the Green Corridor"
        let isShort = zip(names, names.reversed()).contains { long, short in
            long.hasSuffix(" " + short) && short.split(separator: " ").count > 2
        }
        return !words[0].isEmpty && words[0] == words[1] || isShort
    }

    /// The words of a name that its head and its short form in brackets leave.
    private func ownWords(of name: String) -> [String] {
        let bare = name.split(separator: "(").enumerated().map { number, part in
            number == 0 ? String(part) : part.split(separator: ")", maxSplits: 1).dropFirst().joined()
        }.joined(separator: " ")
        return NameFolding.fold(bare).split(separator: " ").map(String.init).filter {
            !lexicon.heads.contains($0) && !lexicon.works.contains($0)
        }
    }

    /// "the Galileo programme": a name of one word, which is neither of a place nor of a body.
    func isNamedByOneWord(_ token: Int, in passage: Passage, _ groups: GroupFinder) -> Bool {
        guard token > 0, passage.tokens[token].pos == "NOUN" else { return false }
        let name = passage.tokens[token - 1]
        return name.pos == "PROPN" && name.dep == "compound" && name.head == token
            && ["ORG", "PERSON", "NORP", "PRODUCT", "FAC", "WORK_OF_ART"].contains(name.entityLabel)
            // "the MBA programme" says what is taught.
            && name.text.unicodeScalars.contains { $0.properties.isLowercase }
            && isOnlyNamed(token - 1, in: passage, groups)
    }

    /// "the Bright Minds project": capitalised words that name nobody and no place.
    func isOwnName(before token: Int, in passage: Passage, _ groups: GroupFinder) -> Bool {
        let names = phrase(of: token, in: passage).dropLast()
        return names.allSatisfy { passage.tokens[$0].isCapitalised && isOnlyNamed($0, in: passage, groups) }
    }

    /// Whether only whose it is stands before the head: "the Government of Ghana programme", "the World Bank programme".
    func namesOwner(_ phrase: Range<Int>, in passage: Passage, _ groups: GroupFinder) -> Bool {
        guard let last = phrase.last, !passage.tokens[last].isCapitalised,
            let start = phrase.first(where: { passage.tokens[$0].pos != "DET" }), start < last,
            let party = groups.register.party(at: TokenPlace(passage: passage.index, token: start))
        else { return false }
        let record = groups.register.records[party]
        let isOwner =
            record.kind.isPlace || record.kind == .government
            || groups.knowledge.bodyKind(ofHead: passage.tokens[last - 1].lower) != nil
        return isOwner
            && record.mentions.contains {
                $0.passage == passage.index && $0.tokens.upperBound == last && $0.tokens.lowerBound <= start
            }
    }

    /// Whether a name is told as that of a programme only, so that it is none of a place, a body or a person.
    private func isOnlyNamed(_ name: Int, in passage: Passage, _ groups: GroupFinder) -> Bool {
        let place = TokenPlace(passage: passage.index, token: name)
        guard groups.register.place(at: place) == nil else { return false }
        guard let party = groups.register.party(at: place) else { return true }
        let record = groups.register.records[party]
        return record.kind == .organisation
            && record.mentions.allSatisfy { mention in
                let tokens = passages[mention.passage].tokens
                let end = mention.tokens.upperBound
                // "the World Bank project" is a bank's.
                guard end < tokens.count, groups.knowledge.bodyKind(ofHead: tokens[end - 1].lower) == nil else {
                    return false
                }
                return lexicon.heads.contains(tokens[end].lower) || lexicon.works.contains(tokens[end].lower)
            }
    }

    /// "The Harbour School is a programme run by …", "Harbour School, a programme run by …": the name of which it is told.
    func predicated(_ token: Int, in passage: Passage, _ groups: GroupFinder) -> Range<Int>? {
        let above = passage.tokens[token].head
        let named = passage.tokens[token].dep == "attr" ? passage.subject(of: above) : above
        guard ["attr", "appos"].contains(passage.tokens[token].dep), let subject = named, subject < token,
            passage.tokens[subject].pos == "PROPN", !passage.children(of: subject, ["compound"]).isEmpty
        else { return nil }
        let party = groups.register.party(at: TokenPlace(passage: passage.index, token: subject))
        if passage.tokens[token].dep == "appos", let party, groups.register.records[party].kind != .organisation {
            return nil
        }
        var start = passage.leftEdge[subject]
        while start < subject, !passage.tokens[start].isCapitalised || passage.tokens[start].pos == "DET" { start += 1 }
        return start..<subject + 1
    }
}
