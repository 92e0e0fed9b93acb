// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Says which parties pronouns and titles alone stand for.
///
/// Sieves go from the most certain to the least, after Lee and others (2013). What stays uncertain is left without a
/// referent.
struct ReferentResolver {
    let passages: [Passage]
    let quotations: [Quotation]
    let register: PartyRegister
    let lexicon: ReferentLexicon

    /// The parties that pronouns and bare titles stand for, by token.
    private(set) var referents: [TokenPlace: [Int]] = [:]
    /// The person whom the report is about at this moment: the subject of the last main clause.
    private(set) var focus: Int? {
        didSet { if let focus { acted.insert(focus) } }
    }
    /// Everybody whom the report was about so far.
    private(set) var acted: Set<Int> = []
    /// The joint subject of the last main clause, and where it stands.
    private(set) var jointFocus: [Int] = []
    private var jointFocusPlace: TokenPlace?
    /// The plural subject of the last main clause that names nobody: "the visitors".
    private var groupFocus: TokenPlace?
    /// The subject of the last main clause where it is one noun for many people: "the delegation".
    private var collective: TokenPlace?
    /// What a plural pronoun goes back to: a coordination or a phrase such as "the two leaders".
    private(set) var antecedents: [TokenPlace: TokenPlace] = [:]
    /// Who speaks throughout, as in a speech.
    private let author: Int?
    /// Persons by recency, the latest last.
    private(set) var recent: [Int] = []
    /// The city or country named last, by what it is.
    private var recentPlaces: [Party.Kind: Int] = [:]
    /// The nouns that persons were introduced by, their names behind them: "the governor of Aichi, Masaru Ito".
    private(set) var introduced: [String: Set<Int>] = [:]
    /// Whom a title alone does not mean, by its noun.
    var strangers: [String: Set<Int>] = [:]
    /// What honorifics and pronouns told of persons' gender.
    private var genders: [Int: Gender] = [:]
    /// The body or place that the last main clause was about.
    var bodyFocus: BodyFocus?
    private var quoted: [[Bool]]
    /// Every word that is resolved as a pronoun.
    private let pronouns: WordList

    init(
        passages: [Passage], quotations: [Quotation], register: PartyRegister, lexicon: ReferentLexicon,
        author: Int? = nil
    ) {
        self.author = author
        self.passages = passages
        self.quotations = quotations
        self.register = register
        self.lexicon = lexicon
        pronouns = WordList(
            lexicon.pluralPronouns.union(lexicon.personalPronouns.keys).union(lexicon.bodyPronouns)
                .union(author == nil ? [] : lexicon.firstPerson))
        quoted = passages.map { [Bool](repeating: false, count: $0.tokens.count) }
        for quotation in quotations {
            for token in quotation.withMarks { quoted[quotation.passage][token] = true }
        }
    }

    /// Whether the token stands between quotation marks.
    func isQuoted(_ place: TokenPlace) -> Bool { quoted[place.passage][place.token] }

    /// The parties that a token stands for: by name, by pronoun, or as the members of a coordination.
    func parties(at place: TokenPlace) -> [Int] {
        let passage = passages[place.passage]
        var found: [Int] = []
        for token in passage.conjuncts(of: place.token) {
            let member = TokenPlace(passage: place.passage, token: token)
            let parties = register.party(at: member).map { [$0] } ?? referents[member] ?? []
            found += parties.filter { !found.contains($0) }
        }
        return found
    }

    /// The party or joint party of one token alone, without what is coordinated with it.
    func party(at place: TokenPlace) -> Int? {
        register.party(at: place) ?? referents[place].flatMap { $0.count == 1 ? $0.first : nil }
    }

    // MARK: The reporter's text

    /// Resolves what stands outside of quotation marks.
    mutating func resolveReport() {
        for passage in passages where passage.block.role != .headline {
            for sentence in passage.doc.sentences {
                resolve(sentence, of: passage)
            }
        }
        for passage in passages where passage.block.role == .headline {
            for token in passage.tokens.indices { resolveHeadlineTitle(token, of: passage) }
        }
    }

    private mutating func resolve(_ sentence: Range<Int>, of passage: Passage) {
        for token in sentence where !quoted[passage.index][token] {
            let place = TokenPlace(passage: passage.index, token: token)
            if let named = register.party(at: place) {
                note(named)
                continue
            }
            if let person = person(inOrderAt: token, in: passage, sentence: sentence) {
                referents[place] = [person]
            } else if pronouns.contains(passage.tokens[token].lower) {
                resolvePronoun(place, of: passage, sentence: sentence)
            } else if passage.tokens[token].tag == "CD", let pair = lastTwo(at: token, in: passage) {
                referents[place] = pair
            } else if passage.tokens[token].isNoun {
                resolveNoun(place, of: passage, sentence: sentence)
            }
        }
        guard passage.block.role != .caption else { return }
        if let subject = mainSubject(of: sentence, in: passage) {
            let parties = parties(at: TokenPlace(passage: passage.index, token: subject))
            noteBody(asSubject: parties, at: subject, in: passage)
            let isCollective =
                parties.isEmpty && lexicon.collectiveNouns.contains(passage.tokens[subject].lower)
            collective = isCollective ? TokenPlace(passage: passage.index, token: subject) : nil
            if parties.isEmpty { noteStrangers(toTitleAt: subject, in: sentence, of: passage) }
            if parties.isEmpty, passage.tokens[subject].has(feature: "Number=Plur") || isCollective {
                // Whoever they are, "they" in the next sentence is not the pair before them.
                jointFocus = []
                let place = TokenPlace(passage: passage.index, token: subject)
                groupFocus = antecedents[place] ?? place
            } else if parties.count > 1 {
                jointFocus = parties
                groupFocus = nil
                let place = TokenPlace(passage: passage.index, token: subject)
                jointFocusPlace = antecedents[place] ?? place
            } else if let party = parties.first, isPerson(party, agreeing: nil) {
                focus = party
                // "A received B. They signed …": whom two persons are told of, both.
                if let counterpart = counterpart(of: subject, in: passage), counterpart != party {
                    jointFocus = [party, counterpart]
                    jointFocusPlace = nil
                    groupFocus = nil
                }
            } else if parties.isEmpty, let owner = passage.children(of: subject, ["poss"]).first,
                let party = party(at: TokenPlace(passage: passage.index, token: owner)),
                isPerson(party, agreeing: nil)
            {
                // "The minister's visit will help both. She will …"
                focus = party
            } else if let owner = ownerInAttribute(of: subject, in: passage) {
                focus = owner
            }
        }
    }

    private mutating func resolveNoun(_ place: TokenPlace, of passage: Passage, sentence: Range<Int>) {
        let token = place.token
        if let person = appositePerson(of: token, in: passage) {
            referents[place] = [person]
            introduced[passage.tokens[token].lower, default: []].insert(person)
            note(person)
        } else if let pair = pair(at: token, in: passage) {
            referents[place] = pair
        } else if let holder = holder(ofTitleAt: token, in: passage, except: nil) {
            referents[place] = [holder]
            note(holder)
        } else if let known = knownPlace(at: token, in: passage) ?? calledPlace(at: token, in: passage)
            ?? describedBody(at: token, in: passage, sentence: sentence)
        {
            referents[place] = [known]
        }
    }

    private mutating func resolvePronoun(_ place: TokenPlace, of passage: Passage, sentence: Range<Int>) {
        let token = place.token
        let word = passage.tokens[token]
        if let author, passage.isPronoun(token, of: lexicon.firstPerson) {
            referents[place] = [author]
        } else if let gender = lexicon.personalPronouns[word.lower] {
            if let person = person(for: token, gender: gender.value, in: passage, sentence: sentence) {
                referents[place] = [person]
                // Only a subject that goes on the last one tells the gender for certain.
                if let gender = gender.value, genders[person] == nil, person == focus,
                    ["nsubj", "nsubjpass"].contains(word.dep)
                {
                    genders[person] = gender
                }
                note(person)
            }
        } else if lexicon.pluralPronouns.contains(word.lower) {
            if let own = subjects(forPlural: token, in: passage, sentence: sentence) {
                if !own.parties.isEmpty { referents[place] = own.parties }
                if own.parties.count > 1 { antecedents[place] = antecedents[own.place] ?? own.place }
            } else if jointFocus.count > 1 {
                referents[place] = jointFocus
                antecedents[place] = jointFocusPlace
            } else if let groupFocus {
                antecedents[place] = groupFocus
            }
        } else if let body = body(for: token, in: passage, sentence: sentence) {
            referents[place] = [body]
        } else if let body = unnamedBody(around: token, in: passage, sentence: sentence) {
            antecedents[place] = body
        } else if let collective, collective.passage == passage.index, collective.token < sentence.lowerBound {
            antecedents[place] = collective
        }
    }

    private mutating func note(_ party: Int) {
        switch register.records[party].kind {
        case .person:
            recent.removeAll { $0 == party }
            recent.append(party)
        case .city, .country: recentPlaces[register.records[party].kind] = party
        default: break
        }
    }

    /// The place that "the city" or "the country" stands for: the one the report is mostly about, if it was named.
    private func knownPlace(at token: Int, in passage: Passage) -> Int? {
        let word = passage.tokens[token]
        guard word.isNoun, let kind = lexicon.placeNouns[word.lower],
            passage.children(of: token, ["det"]).contains(where: {
                passage.words.definite.contains(passage.tokens[$0].lower)
            }),
            // "the city and Oslo of Norway": what stands behind another name is said of that.
            passage.children(of: token, ["prep", "appos", "relcl", "poss"]).allSatisfy({ child in
                passage.children(of: token, ["conj"]).contains { $0 < child }
            }),
            // "The northern city" is no other city than the one that is told of, "the other city" is.
            passage.children(of: token, ["amod", "compound"]).allSatisfy({
                lexicon.placeAdjectives.contains(passage.tokens[$0].lower)
            }),
            !["compound", "nmod", "amod"].contains(word.dep)
        else { return nil }
        let candidates = register.records.indices.filter {
            register.records[$0].kind == kind && register.records[$0].mentions.contains { $0.passage <= passage.index }
        }
        // "The city" is the one that the report is about: named more often than any other so far, else the last named.
        let counts = candidates.map { number in
            (number, register.records[number].mentions.count { $0.passage <= passage.index })
        }.sorted { $0.1 > $1.1 }
        guard counts.count > 1, counts[0].1 == counts[1].1 else { return counts.first?.0 }
        return recentPlaces[kind]
    }

    /// The city that "the city of Turku" names.
    private func calledPlace(at token: Int, in passage: Passage) -> Int? {
        guard lexicon.placeNouns[passage.tokens[token].lower] == .city else { return nil }
        return register.place(calledAt: token, in: passage)
    }

    /// The person that "he", "her" … at `token` stands for.
    private func person(for token: Int, gender: Gender?, in passage: Passage, sentence: Range<Int>) -> Int? {
        if let thanked = objectBefore(token, in: passage), isPerson(thanked, agreeing: gender) {
            return thanked
        }
        if let owner = ownerBefore(token, in: passage), isPerson(owner, agreeing: gender) { return owner }
        // The subject of the clause around it, unless the pronoun is that subject.
        for ancestor in passage.ancestors(of: token) where passage.tokens[ancestor].isVerb {
            guard sentence.contains(ancestor), !quoted[passage.index][ancestor] else { continue }
            for subject in passage.children(of: ancestor, ["nsubj", "nsubjpass"])
            where subject != token && subject < token {
                if passage.subtree(of: subject).contains(token) { continue }
                let parties = parties(at: TokenPlace(passage: passage.index, token: subject))
                if parties.count == 1, let party = parties.first, isPerson(party, agreeing: gender) { return party }
                // "Congratulating Saarela, the vice chairman expressed his hope": it is the chairman's, whoever that is.
                if parties.isEmpty, isUnnamedPerson(subject, in: passage) { return nil }
            }
        }
        if let coming = subjectComing(for: token, in: passage, sentence: sentence), isPerson(coming, agreeing: gender) {
            return coming
        }
        if let focus, isPerson(focus, agreeing: gender) { return focus }
        if let own = onlyPerson(before: token, agreeing: gender, in: passage, sentence: sentence) { return own }
        let fitting = recent.suffix(3).filter { isPerson($0, agreeing: gender) }
        // A form of address tells more than a name: of two, the one who is known for a man or woman.
        let known = fitting.filter { (genders[$0] ?? register.records[$0].gender) == gender }
        if gender != nil, known.count == 1 { return known[0] }
        return fitting.count == 1 || focus == nil ? fitting.last : nil
    }

    /// Whether a noun for one person stands alone, whom nobody could tell.
    private func isUnnamedPerson(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        return word.isNoun && word.has(feature: "Number=Sing")
            && (lexicon.titleHeads.contains(word.lower) || lexicon.personNouns.contains(word.lower))
    }

    func isPerson(_ party: Int, agreeing gender: Gender?) -> Bool {
        // Groups are found later and have numbers that this register does not know.
        guard register.records.indices.contains(party) else { return false }
        let record = register.records[party]
        guard record.kind == .person else { return false }
        guard let gender, let known = genders[party] ?? record.gender else { return true }
        return gender == known
    }

    /// The person named in apposition: "the chamber's president, Hernán Paucar Vega, …".
    private func appositePerson(of token: Int, in passage: Passage) -> Int? {
        let tokens = passage.tokens
        // "the alderwoman, Lieve Claeys": whatever the office is called.
        guard tokens[token].isNoun, !passage.children[token].isEmpty,
            lexicon.titleHeads.contains(tokens[token].lower)
                || tokens[token].pos == "NOUN" && tokens[token].tag == "NN"
                    && !passage.children(of: token, ["det", "poss"]).isEmpty
        else { return nil }
        // "the governor of Aichi, Masaru Ito": no place has a person for its other name.
        let owned = passage.children(of: token, ["prep"]).flatMap { passage.children(of: $0, ["pobj"]) }
        for child in ([token] + owned).flatMap({ passage.children(of: $0, ["appos"]) })
        where !tokens[min(token, child)..<max(token, child)].contains(where: { $0.isVerb || $0.text == ";" }) {
            let named = register.party(at: TokenPlace(passage: passage.index, token: child))
            if let named, register.records[named].kind == .person { return named }
        }
        return nil
    }

    /// A title alone in a headline: "Porto Mayor Meets …" is the mayor whom the text below names.
    private mutating func resolveHeadlineTitle(_ token: Int, of passage: Passage) {
        let place = TokenPlace(passage: passage.index, token: token)
        let word = passage.tokens[token]
        guard register.party(at: place) == nil, word.isNoun else { return }
        let bearers = register.records.indices.filter { number in
            register.records[number].kind == .person
                && register.records[number].offices.contains { passage.words.areInitials(word.text, ofTitle: $0.title) }
        }
        // What the letters are short for, the text says where it begins: "The Secretary for Home Affairs, …, met …".
        if bearers.count == 1, isNamedFirst(bearers[0]) { referents[place] = bearers }
        guard bearers.isEmpty, lexicon.titleHeads.contains(word.lower) else { return }
        let body = (max(0, token - 3)..<token).reversed().compactMap {
            register.place(at: TokenPlace(passage: passage.index, token: $0))
        }.first
        let holders = register.records.indices.filter { number in
            register.records[number].kind == .person
                && register.records[number].offices.contains { claim in
                    passage.words.headWord(ofTitle: claim.title) == word.lower && (body == nil || claim.of == body)
                        && passages[claim.passage].block.role != .caption
                }
        }
        if holders.count == 1 { referents[place] = holders }
    }

    /// Whether the first sentence below the headline names a person.
    private func isNamedFirst(_ person: Int) -> Bool {
        // A line with the day alone is none.
        guard let first = passages.first(where: { $0.block.role == .body && $0.tokens.contains(where: \.isVerb) })
        else {
            return false
        }
        return register.records[person].mentions.contains {
            $0.passage == first.index && first.sentence[$0.tokens.lowerBound] == 0
        }
    }

    /// The subject of the sentence's main clause outside of quotation marks.
    private func mainSubject(of sentence: Range<Int>, in passage: Passage) -> Int? {
        let verbs = sentence.filter { passage.tokens[$0].isVerb && !quoted[passage.index][$0] }
        let root = verbs.first { passage.tokens[$0].head == $0 }
        for verb in [root].compactMap({ $0 }) + verbs {
            let subject = passage.children(of: verb, ["nsubj", "nsubjpass"]).first { !quoted[passage.index][$0] }
            if let subject { return subject }
        }
        return nil
    }

    // MARK: Inside speech

    /// Resolves the first person and bare titles inside one quotation, now that its speaker is known.
    mutating func resolve(_ quotation: Quotation, spokenBy speaker: Int) {
        let passage = passages[quotation.passage]
        for token in quotation.tokens {
            let place = TokenPlace(passage: passage.index, token: token)
            guard register.party(at: place) == nil else { continue }
            // "my", not "a gold mine".
            if passage.isPronoun(token, of: lexicon.firstPerson) {
                referents[place] = [speaker]
            } else if let holder = holder(ofTitleAt: token, in: passage, except: speaker) {
                referents[place] = [holder]
            }
        }
    }
}
