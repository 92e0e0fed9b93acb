// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Language
import Ledger

/// Reads a question with the language runtime.
struct QuestionReader {
    let lexicon: QuestionLexicon
    let gazetteer: Gazetteer

    /// What the parsed question asks for.
    func question(_ doc: Doc) -> Question {
        let opening = opening(of: doc)
        var question = Question(text: doc.text, aim: opening.aim)
        let names = QuestionNames(doc: doc, gazetteer: gazetteer, lexicon: lexicon, used: opening.tokens)
        let period = QuestionPeriod(doc: doc, lexicon: lexicon)
        question.days = period.days
        readTense(doc, into: &question)
        let noun = askedNoun(doc, behind: opening.tokens, aim: opening.aim)
        question.noun = noun.head.map { folded(doc.tokens[$0].lemma) }
        question.names = names.names.map { found in
            Question.Name(
                text: found.text, wordings: found.wordings, isNear: noun.tokens.overlaps(found.tokens),
                isSubject: found.tokens.contains { isSubject($0, in: doc) },
                isPlace: isPlace(found.tokens, in: doc), isKnownPlace: !gazetteer.places(named: found.text).isEmpty,
                isRepresented: isRepresented(found.tokens, in: doc))
        }
        nameSubject(in: doc, names.names, of: &question)
        question.isLasting = lexicon.lasting.contains(
            doc.tokens[opening.tokens].map { $0.text.lowercased() }.joined(separator: " "))
        question.isSince = question.aim == .date && opening.tokens.contains { isSince(doc.tokens[$0]) }
        if question.aim == .person { readOffice(doc, names, period, into: &question) }
        let left = doc.tokens.indices.filter { index in
            !opening.tokens.contains(index) && !names.covers(index) && !period.tokens.contains(index)
                && !isKind(index, of: names, in: doc)
        }
        readWords(left, of: doc, noun: noun.head, into: &question)
        if question.aim == .person, let root = doc.tokens.indices.first(where: { doc.tokens[$0].head == $0 }) {
            let verb = folded(doc.tokens[root].lemma)
            question.isLeader = lexicon.leading.contains(verb)
            question.isIdentity =
                lexicon.copulas.contains(verb) && question.names.count == 1 && question.words.isEmpty
                && question.office == nil
        }
        return question
    }

    // MARK: What is asked for

    private func opening(of doc: Doc) -> (aim: Question.Aim, tokens: Range<Int>) {
        let words = doc.tokens.map { $0.text.lowercased() }
        var start = 0
        while start < words.count, lexicon.openers.contains(words[start]) { start += 1 }
        for opening in lexicon.openings where words.dropFirst(start).starts(with: opening.words) {
            return (opening.aim, 0..<start + opening.words.count)
        }
        // "In 2023, who was …": the opening may stand behind a time or a name.
        for at in words.indices.dropFirst(start) {
            for opening in lexicon.openings where opening.aim != .whether && words[at...].starts(with: opening.words) {
                return (opening.aim, at..<at + opening.words.count)
            }
        }
        return (.thing, 0..<0)
    }

    /// The noun behind "how many" or "which" with the words that describe it.
    private func askedNoun(
        _ doc: Doc, behind opening: Range<Int>, aim: Question.Aim
    ) -> (head: Int?, tokens: Range<Int>) {
        guard aim == .count || aim == .amount || aim == .thing else { return (nil, 0..<0) }
        var head: Int?
        var end = opening.upperBound
        for index in opening.upperBound..<max(opening.upperBound, doc.tokens.count) {
            let token = doc.tokens[index]
            guard ["NOUN", "PROPN", "ADJ", "NUM"].contains(token.pos) || token.text == "-" else { break }
            end = index + 1
            if token.pos == "NOUN" { head = index }
        }
        // "How many Koreans live …": the people themselves are counted.
        if head == nil, aim == .count, opening.upperBound < end { head = end - 1 }
        return (head, opening.upperBound..<end)
    }

    /// Where the parser finds no subject, it is the name right behind the first auxiliary: "What did Oslo promise …".
    private func nameSubject(in doc: Doc, _ found: [QuestionNames.Found], of question: inout Question) {
        guard !question.names.contains(where: \.isSubject),
            let helping = doc.tokens.firstIndex(where: { $0.pos == "AUX" }), helping + 1 < doc.tokens.count
        else { return }
        // "The government of Oslo" is as good as Oslo.
        let first =
            doc.tokens.indices.dropFirst(helping + 1).first { index in
                found.contains { $0.tokens.contains(index) }
                    || doc.tokens[index].pos != "DET" && !isKind(doc.tokens[index])
            } ?? helping + 1
        for (index, name) in found.enumerated() where name.tokens.contains(first) {
            question.names[index].isSubject = true
        }
    }

    /// Whether a word says what somebody is that is named behind it: `city`, `government`, `of`.
    private func isKind(_ token: Token) -> Bool {
        let word = token.text.lowercased()
        return lexicon.fillers.contains(word) || lexicon.bodies.contains(word)
    }

    private func isSince(_ token: Token) -> Bool { lexicon.since.contains(token.text.lowercased()) }

    /// Whether a word such as "in" stands in front of a name.
    private func isPlace(_ tokens: Range<Int>, in doc: Doc) -> Bool {
        guard let first = tokens.first, first > 0 else { return false }
        var place = first - 1
        // "To Korea and Japan": what stands in front of the first is for both.
        while place > 0, doc.tokens[place].pos == "CCONJ" || doc.tokens[place].pos == "PROPN" { place -= 1 }
        let before = doc.tokens[place]
        return before.pos == "ADP" && lexicon.placing.contains(before.text.lowercased())
    }

    /// Whether a word such as "for" or "on behalf of" stands in front of a name.
    private func isRepresented(_ tokens: Range<Int>, in doc: Doc) -> Bool {
        let before = doc.tokens[..<tokens.lowerBound].last { $0.pos != "DET" && !isKind($0) }
        return before.map { lexicon.representing.contains(folded($0.text)) } ?? false
    }

    private func isSubject(_ index: Int, in doc: Doc) -> Bool {
        let token = doc.tokens[index]
        return token.dep.hasPrefix("nsubj") && doc.tokens[token.head].head == token.head
    }

    /// Whether a word says what the name right behind it is the name of: "the city of Oslo".
    private func isKind(_ index: Int, of names: QuestionNames, in doc: Doc) -> Bool {
        guard isKind(doc.tokens[index]) else { return false }
        let behind = doc.tokens[(index + 1)...].firstIndex { $0.pos != "DET" && !isKind($0) }
        guard let behind, behind > index + 1 else { return false }
        return names.covers(behind) && lexicon.links.contains(doc.tokens[index + 1].text.lowercased())
    }

    private func readTense(_ doc: Doc, into question: inout Question) {
        for token in doc.tokens where token.pos == "AUX" || token.pos == "VERB" {
            if lexicon.future.contains(folded(token.lemma)) || lexicon.future.contains(folded(token.text)) {
                question.isFuture = true
                question.isPresent = false
            } else if token.tag == "VBD" || token.has(feature: "Tense=Past") && token.tag != "VBN" {
                question.isPresent = false
            }
        }
        question.isDone = !question.isFuture && question.aim != .deadline && isDone(doc)
        let root = doc.tokens.indices.first { doc.tokens[$0].head == $0 }
        question.verb = root.map { folded(doc.tokens[$0].lemma) }
        question.asksWhatIs =
            !question.isFuture && [.thing, .amount, .count].contains(question.aim)
            && root.map { ["VBZ", "VBP"].contains(doc.tokens[$0].tag) } == true
            && question.verb.map(lexicon.copulas.contains) == true
    }

    /// Whether the verb of the question tells of what is over ("did … build") or has come about ("has … built").
    private func isDone(_ doc: Doc) -> Bool {
        guard let root = doc.tokens.indices.first(where: { doc.tokens[$0].head == $0 }) else { return false }
        let helping = doc.tokens.filter { $0.head == root && ["aux", "auxpass"].contains($0.dep) }
        return doc.tokens[root].tag == "VBD" || helping.contains { $0.tag == "VBD" }
            || doc.tokens[root].tag == "VBN" && helping.contains { $0.dep == "aux" && ["VBP", "VBZ"].contains($0.tag) }
    }

    /// "Who is the mayor of …" asks for the holder of an office, "Who became mayor of …" for who came into it.
    private func readOffice(
        _ doc: Doc, _ names: QuestionNames, _ period: QuestionPeriod, into question: inout Question
    ) {
        let roots = doc.tokens.indices.filter { doc.tokens[$0].head == $0 }
        let verbs = roots.map { folded(doc.tokens[$0].lemma) }
        let isBeginning = verbs.contains(where: lexicon.assuming.contains)
        guard isBeginning || verbs.contains(where: lexicon.copulas.contains) else { return }
        for length in stride(from: min(7, doc.tokens.count), to: 0, by: -1) {
            for start in 0...doc.tokens.count - length {
                let words = doc.tokens[start..<start + length]
                guard words.allSatisfy({ $0.pos != "PUNCT" && $0.pos != "DET" && $0.pos != "PART" }),
                    let last = words.last, last.pos != "ADP", !period.tokens.contains(start + length - 1),
                    // "Foreign minister of Portugal" is no minister of "Portugal".
                    !names.covers(start + length - 1) || isField(start + length - 1, of: names)
                else { continue }
                let title = words.map(\.text).joined(separator: " ")
                guard let office = gazetteer.office(titled: title) else { continue }
                question.office = office
                let fields = names.names.indices.filter { names.names[$0].tokens.overlaps(start..<start + length) }
                question.names = question.names.indices.filter { !fields.contains($0) }.map { question.names[$0] }
                question.isOfficeBegun = isBeginning
                return
            }
        }
    }

    /// Whether a name is that of a field of work, as in "Minister of Foreign Affairs", and not of a place.
    private func isField(_ index: Int, of names: QuestionNames) -> Bool {
        names.names.contains { name in
            name.tokens.contains(index) && gazetteer.countries(demonym: name.text).isEmpty
                && gazetteer.places(named: name.text).isEmpty
        }
    }

    // MARK: What an answer has to bear out

    private func readWords(_ tokens: [Int], of doc: Doc, noun: Int?, into question: inout Question) {
        var preferred: [Entry.Kind] = []
        for index in tokens {
            let token = doc.tokens[index]
            let lemma = folded(token.lemma)
            let text = folded(token.text)
            if lexicon.latest.contains(text) {
                question.isLast = true
                continue
            }
            if token.pos == "NOUN", lexicon.targets.contains(lemma) { question.asksForTarget = true }
            for (kind, type) in lexicon.types(named: text) { question.types[kind] = type }
            for (kind, type) in lexicon.types(named: lemma) { question.types[kind] = type }
            guard ["NOUN", "VERB", "ADJ", "NUM", "PROPN"].contains(token.pos), !lexicon.empty.contains(lemma),
                lemma.unicodeScalars.contains(where: \.properties.isAlphabetic) || token.pos == "NUM"
            else { continue }
            var implied: Set<Entry.Kind> = []
            if token.pos == "VERB" || token.pos == "NOUN" {
                for action in lexicon.actions(of: lemma) {
                    // What was promised is what a promise tells.
                    if action.kinds == [.commitment] { (question.isDone, question.asksWhatIs) = (false, false) }
                    // "Who was the host of …" asks as "Who hosted …" does.
                    let isAskedFor = question.aim == .person && ["attr", "nsubj"].contains(token.dep)
                    if token.pos == "VERB" || isAskedFor {
                        preferred += action.kinds
                        question.roles += action.who ?? []
                    }
                    if action.implied == true { implied.formUnion(action.kinds) }
                    question.forces.formUnion(action.forces ?? [])
                }
                // A population is a number; not every number is one.
                if lexicon.populations.contains(lemma), question.aim == .thing { preferred.append(.figure) }
                if let kind = lexicon.kind(named: lemma) {
                    if kind == .commitment { question.asksWhatIs = false }
                    if !lexicon.particular.contains(lemma) { implied.insert(kind) }
                    preferred.append(kind)
                }
            }
            let isRoot = token.pos == "VERB" && token.head == index
            let isNeeded = isRoot || index == noun && question.aim == .count
            let weight = index == noun ? 2.0 : token.pos == "ADJ" || token.pos == "NUM" ? 0.75 : 1
            question.words.append(
                Question.Word(
                    lemma: lemma, wordings: lexicon.wordings(of: lemma).union([text]), weight: weight,
                    impliedBy: implied, isParticular: token.pos == "NOUN" && lexicon.particular.contains(lemma),
                    isNeeded: isNeeded, isMeeting: isRoot && lexicon.meeting.contains(lemma)))
        }
        question.kinds = kinds(for: question, preferred: preferred)
    }

    private func kinds(for question: Question, preferred: [Entry.Kind]) -> [Entry.Kind] {
        var kinds: [Entry.Kind] = []
        switch question.aim {
        case .count, .amount:
            // "How many did they pledge": what is pledged first.
            kinds =
                preferred.contains(.commitment) && preferred.first == .commitment || question.isFuture
                ? [.commitment, .figure] : [.figure, .commitment]
        case .deadline: kinds = [.commitment]
        case .date, .place:
            kinds = preferred.filter { $0 != .statement && $0 != .figure }
            let isOfType = question.types[.agreement] != nil
            kinds += isOfType ? [.agreement, .engagement] : [.engagement, .agreement, .institution]
            if question.isSince { kinds.removeAll { $0 == .engagement } }
            if question.isFuture || preferred.contains(.commitment) { kinds.append(.commitment) }
        // Where the tagger takes "hope" for a noun, it still asks what was hoped.
        case .person, .thing, .whether:
            kinds = preferred.isEmpty && !question.forces.isEmpty ? [.commitment] : preferred
        }
        var unique: [Entry.Kind] = []
        for kind in kinds where !unique.contains(kind) { unique.append(kind) }
        return unique
    }

    private func folded(_ text: String) -> String { Wording.tokens(text).joined(separator: " ") }
}
