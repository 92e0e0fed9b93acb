// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Persons whom long titles and lists name, by where their names stand: the parser often loses its way in them.
extension EngagementReader {
    /// No title between its first word and the name has more words.
    private static let longestTitle = 16

    /// Whoever is named behind an office without a name of its own, and maybe a comma: "the Governor of Kunene Anna
    /// Berg", "the head of the port authority, Mrs Berg".
    func bearer(ofOfficeAt token: Int, in passage: Passage, _ register: PartyRegister) -> Int? {
        let word = passage.tokens[token]
        guard word.isNoun, !word.has(feature: "Number=Plur"), token + 1 < passage.tokens.count,
            officeNouns.contains(word.lower) || officeNouns.contains(word.lemma.asLowercase),
            passage.tokens[token + 1].pos == "ADP" || passage.tokens[token + 1].text == ",",
            let name = nextPerson(behind: token, in: passage, register)
        else { return nil }
        let between = token + 1..<name.start
        guard isTitle(between, in: passage) else { return nil }
        let comma = between.first { passage.tokens[$0].text == "," }
        // "the mayor of Porto, Governor Carl Lund": an office of his own is another's.
        guard let comma else { return name.party }
        let ownsOffice = register.records[name.party].mentions.contains {
            $0.passage == passage.index && $0.tokens.contains(name.start) && !$0.offices.isEmpty
        }
        // What follows begins anew: a comma, or "during the visit".
        let isClosed =
            name.end < passage.tokens.count
            && (passage.tokens[name.end].isPunctuation || passage.tokens[name.end].pos == "ADP")
        return !ownsOffice && isClosed && isCourtesy(comma + 1..<name.start, in: passage) ? name.party : nil
    }

    /// Who leads the delegation at `token`: "a delegation led by X".
    func leaders(of token: Int, in passage: Passage) -> [Int] {
        // "visited Porto, where she met a group led by …": not those of a clause that hangs on it.
        let own = passage.subtree(of: token).filter {
            passage.tokens[$0].dep == "acl" && $0 > token && passage.tokens[passage.tokens[$0].head].isNoun
                && passage.ancestors(of: $0).prefix { $0 != token }.allSatisfy { !passage.tokens[$0].isVerb }
        }
        // "the delegation that she led"
        let owners = passage.children(of: token, ["relcl"]).filter {
            governors.leading.contains(passage.tokens[$0].lemma.asLowercase)
        }.flatMap { passage.children(of: $0, ["nsubj"]) }
            .filter { !governors.anyRelatives.contains(passage.tokens[$0].lower) }
        // "hosted a group from Porto, led by …": the parser hangs the participle on the verb.
        let verb = passage.tokens[token].head
        let far =
            passage.tokens[token].dep == "dobj"
            ? passage.children(of: verb, ["advcl"]).filter { $0 > token && passage.tokens[$0].tag == "VBN" } : []
        return owners
            + (own + far).filter { governors.leading.contains(passage.tokens[$0].lemma.asLowercase) }
            .flatMap { passage.children(of: $0, ["agent"]) }
            .flatMap { passage.children(of: $0, ["pobj"]) }
    }

    /// The persons whom a list goes on to name behind the one at `token`: "Mayor A of X, former Mayor B and Consul C".
    func persons(listedBehind token: Int, in passage: Passage, _ register: PartyRegister) -> [Int] {
        var found: [Int] = []
        var last = token
        var isClosed = false
        while let next = nextPerson(behind: last, in: passage, register), !isClosed {
            let between = end(ofPersonAt: last, in: passage, register)..<next.start
            guard joins(between, in: passage), !isSubjectOfOwn(next.start..<next.end, in: passage) else { break }
            isClosed = hasConjunction(between, in: passage)
            found.append(next.party)
            last = next.end - 1
        }
        return isClosed ? found : []
    }

    /// The persons of the list on which the one at `token` is, and that stands before a verb.
    func persons(listedAround token: Int, before verb: Int, in passage: Passage, _ register: PartyRegister) -> [Int] {
        persons(listedBefore: token, in: passage, register)
            + persons(listedFrom: token, toVerb: verb, in: passage, register)
    }

    /// The persons whom a subject's list names behind the one at `token` and before the verb, whatever it ends with: "A, B
    /// and C, as well as councillors attended".
    private func persons(
        listedFrom token: Int, toVerb verb: Int, in passage: Passage, _ register: PartyRegister
    ) -> [Int] {
        guard person(at: token, in: passage, register) != nil else { return [] }
        var found: [Int] = []
        var last = token
        var isJoined = false
        while let next = nextPerson(behind: last, in: passage, register), next.end <= verb {
            let between = self.end(ofPersonAt: last, in: passage, register)..<next.start
            // "at the invitation of Governor B", "wife of B": what hangs on a preposition is on no list.
            let own = between.reversed().prefix {
                ![",", ";"].contains(passage.tokens[$0].text) && passage.tokens[$0].tag != "CC"
            }
            guard joins(between, in: passage), own.allSatisfy({ passage.tokens[$0].pos != "ADP" }) else { break }
            isJoined = isJoined || hasConjunction(between, in: passage)
            found.append(next.party)
            last = next.end - 1
        }
        // A name may hold the verb: "the Mayor Kofi Visits …".
        let end = self.end(ofPersonAt: last, in: passage, register)
        guard end <= verb else { return [] }
        let isWhole = passage.tokens[end..<verb].allSatisfy { !$0.isVerb || $0.pos == "AUX" }
        return isWhole && (isJoined || passage.tokens[end..<verb].contains { $0.tag == "CC" }) ? found : []
    }

    /// The persons whom a list names before the one at `token`: "A, the rector, B and C attended".
    private func persons(listedBefore token: Int, in passage: Passage, _ register: PartyRegister) -> [Int] {
        var found: [Int] = []
        guard var first = person(at: token, in: passage, register) else { return [] }
        var isFirst = true
        while let previous = previousPerson(before: first.start, in: passage, register) {
            let between = previous.end..<first.start
            guard joins(between, in: passage), !isFirst || hasConjunction(between, in: passage),
                isHeadOfList(previous.start..<previous.end, in: passage)
            else { break }
            found.insert(previous.party, at: 0)
            first = previous
            isFirst = false
        }
        return found
    }

    // MARK: Names by place

    private typealias Named = (party: Int, start: Int, end: Int)

    private func person(at token: Int, in passage: Passage, _ register: PartyRegister) -> Named? {
        guard let party = register.party(at: TokenPlace(passage: passage.index, token: token)),
            register.records[party].kind == .person,
            let mention = register.records[party].mentions.first(where: {
                $0.passage == passage.index && $0.tokens.contains(token)
            })
        else { return nil }
        return (party, mention.tokens.lowerBound, mention.tokens.upperBound)
    }

    private func end(ofPersonAt token: Int, in passage: Passage, _ register: PartyRegister) -> Int {
        person(at: token, in: passage, register)?.end ?? token + 1
    }

    private func nextPerson(behind token: Int, in passage: Passage, _ register: PartyRegister) -> Named? {
        let start = end(ofPersonAt: token, in: passage, register)
        let end = min(start + Self.longestTitle, passage.tokens.count)
        guard start < end else { return nil }
        for next in start..<end {
            // A name that reaches back over the one before, through a title of both, is no next one.
            if let person = person(at: next, in: passage, register), person.start >= start { return person }
            if passage.tokens[next].isVerb { return nil }
        }
        return nil
    }

    private func previousPerson(before start: Int, in passage: Passage, _ register: PartyRegister) -> Named? {
        let beginning = max(start - Self.longestTitle, 0)
        guard beginning < start else { return nil }
        for previous in (beginning..<start).reversed() {
            if let person = person(at: previous, in: passage, register), person.end <= start {
                return person
            }
            if passage.tokens[previous].isVerb { return nil }
        }
        return nil
    }

    // MARK: What stands between

    /// Whether the words can all belong to a title: nouns, articles and prepositions, with one comma.
    private func isTitle(_ words: Range<Int>, in passage: Passage) -> Bool {
        words.count <= Self.longestTitle
            && words.allSatisfy { position in
                let word = passage.tokens[position]
                return ["NOUN", "PROPN", "ADJ", "DET", "PART"].contains(word.pos)
                    || [",", "(", ")"].contains(word.text)
                    || word.pos == "ADP" && governors.titling.contains(word.lower)
                    || word.tag == "PRP$" || word.tag == "HYPH"
            }
    }

    /// Whether the words lead from one name of a list to the next one.
    private func joins(_ words: Range<Int>, in passage: Passage) -> Bool {
        words.contains { [",", ";"].contains(passage.tokens[$0].text) || passage.tokens[$0].tag == "CC" }
            && words.allSatisfy { position in
                let word = passage.tokens[position]
                return ["NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM"].contains(word.pos)
                    || ["CC", "HYPH"].contains(word.tag) || [",", ";", "(", ")"].contains(word.text)
            }
    }

    private func hasConjunction(_ words: Range<Int>, in passage: Passage) -> Bool {
        // "Minister for Trade and Tourism": the conjunction joins names where it stands before a title or a name.
        guard let last = words.last(where: { passage.tokens[$0].tag == "CC" }) else { return false }
        return last + 1 == words.upperBound || !passage.tokens[last - 1].isNoun
            || words.dropFirst(last + 1 - words.lowerBound).contains {
                officeNouns.contains(passage.tokens[$0].lower)
            } || last == words.lowerBound
    }

    /// Words of courtesy, or none.
    private func isCourtesy(_ words: Range<Int>, in passage: Passage) -> Bool {
        words.allSatisfy {
            passage.tokens[$0].tag == "PRP$" || passage.tokens[$0].isCapitalised || passage.tokens[$0].text == ","
        }
    }

    /// Whether the person is the subject of a verb that stands behind, and so on no list.
    private func isSubjectOfOwn(_ name: Range<Int>, in passage: Passage) -> Bool {
        let head = passage.head(of: name)
        return ["nsubj", "nsubjpass"].contains(passage.tokens[head].dep)
    }

    /// Whether the person can stand at the head of the list that is a verb's subject: no object, behind no preposition.
    private func isHeadOfList(_ name: Range<Int>, in passage: Passage) -> Bool {
        let head = passage.tokens[passage.head(of: name)]
        if head.dep == "dobj", passage.tokens[head.head].isVerb { return false }
        if head.dep == "poss" { return false }
        return name.lowerBound == 0 || passage.tokens[name.lowerBound - 1].pos != "ADP"
    }

    /// Leaves out bodies that only say where persons are from: those that stand among them, each behind one, and those whose
    /// officer is the first.
    func withoutAffiliations(_ filled: Filling, in passage: Passage, _ register: PartyRegister) -> Filling {
        let places = filled.persons.compactMap { filled.sources[$0] }.sorted()
        guard let first = places.first, let last = places.last else { return filled }
        var result = filled
        result.participants.removeAll { participant in
            guard register.records[participant.party].kind.isBody,
                let source = filled.sources[participant.party]
            else { return false }
            // "led by the ministry's secretary, Anna Berg": whose secretary she is.
            let name = register.records[participant.party].mentions.first {
                $0.passage == passage.index && $0.tokens.contains(source)
            }
            let end = name?.tokens.upperBound ?? source + 1
            if source < first, end < first, passage.tokens[end].tag == "POS",
                passage.tokens[end + 1..<first].allSatisfy({ ["PROPN", "NOUN", "ADJ", "PUNCT"].contains($0.pos) })
            {
                return true
            }
            guard register.records[participant.party].kind == .organisation, source > first, source < last else {
                return false
            }
            let start = passage.leftEdge[source]
            return start > 0 && passage.tokens[start - 1].text == "," && passage.children(of: source, ["det"]).isEmpty
        }
        return result
    }
}
