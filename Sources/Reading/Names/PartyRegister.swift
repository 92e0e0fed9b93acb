// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The parties of one article while it is read, each with all the mentions that name it.
///
/// A party is known by its number, its place in `records`.
struct PartyRegister: Sendable {
    /// One party.
    struct Record: Sendable {
        let kind: Party.Kind
        var name: String
        var mentions: [Mention]
        var identifiers: [String: String]
        var gender: Gender?
        /// The words of every different name that the mentions give, and of the acronyms beside them.
        var nameForms: Set<[String]> = []
        /// The words of a country's adjectives that the text uses for it.
        var adjectiveForms: Set<[String]> = []
        var offices: [OfficeClaim] = []
        /// The members of a group that is named by naming them, such as `Mr Yuen and Ms Rajah`.
        var members: [Int] = []
        /// The ISO 3166-1 code of the country that a city or other place lies in.
        var country: String? {
            kind == .city || kind == .place ? mentions.lazy.compactMap(\.place).first?.country : nil
        }
    }

    /// An office that one mention gives to a person.
    struct OfficeClaim: Sendable, Hashable {
        let title: String
        /// The number of the party whose office it is.
        let of: Int?
        let isPast: Bool
        let isUnique: Bool
        let passage: Int
        /// Title and name together.
        let tokens: Range<Int>
    }

    private(set) var records: [Record] = []
    /// The party of each token of each passage, -1 for none.
    private var partyAt: [[Int32]]
    private var places: [String: Int] = [:]

    /// Sorts all mentions of an article into parties; `mentions` are in the order of the text.
    init(mentions: [Mention], passages: [Passage]) {
        partyAt = passages.map { [Int32](repeating: -1, count: $0.tokens.count) }
        // Full names first, so that a bare surname in a headline finds its owner further down.
        let ranks = mentions.map(Self.rank)
        let order = mentions.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { mentions[$0] }
        for mention in order {
            switch mention.kind {
            case .party(.person): addPerson(mention, passages[mention.passage].words)
            case .party(.country), .party(.city), .demonym: addPlace(mention)
            case .party(.place): addPlace(mention)
            case .party(let kind): addOrganisation(mention, kind: kind, passages: passages)
            case .title: break
            }
        }
        for record in records.indices {
            records[record].mentions.sort { ($0.passage, $0.tokens.lowerBound) < ($1.passage, $1.tokens.lowerBound) }
        }
        indexTokens()
        linkOffices(passages)
    }

    /// The party that the token is part of the name of.
    func party(at place: TokenPlace) -> Int? {
        let party = partyAt[place.passage][place.token]
        return party < 0 ? nil : Int(party)
    }

    /// The person with whose name the title is told that the token is part of.
    func holder(ofTitleAt place: TokenPlace) -> Int? {
        records.firstIndex { record in
            record.kind == .person
                && record.mentions.contains { mention in
                    mention.passage == place.passage
                        && mention.offices.contains { !$0.isPast && $0.tokens.contains(place.token) }
                }
        }
    }

    /// The place, country or body that the token names, demonyms included.
    func place(at place: TokenPlace) -> Int? {
        self.party(overlapping: place.token..<place.token + 1, in: place.passage)
    }

    /// Adds a group of people or bodies that the text names by a description.
    mutating func addGroup(_ mention: Mention, members: [Int]) -> Int {
        let folded = NameFolding.fold(mention.name)
        if let known = records.firstIndex(where: { $0.kind == .group && NameFolding.fold($0.name) == folded }) {
            if !records[known].mentions.contains(mention) { records[known].mentions.append(mention) }
            return known
        }
        var record = Record(kind: .group, name: mention.name, mentions: [mention], identifiers: [:], gender: nil)
        record.members = members
        records.append(record)
        return records.count - 1
    }

    /// Notes that a party is told of once more; later words for it become its other names.
    mutating func mention(_ party: Int, _ mention: Mention) {
        guard !records[party].mentions.contains(mention) else { return }
        records[party].mentions.append(mention)
    }

    /// Adds a body that no list and no model knows, but that the sentence shows to be one: what signs has a name.
    mutating func addBody(_ mention: Mention) -> Int {
        let folded = NameFolding.fold(mention.name)
        let isKnown = records.firstIndex { record in
            let name = NameFolding.fold(record.name)
            return record.kind.isBody
                && (name == folded || name.hasPrefix(folded + " ")
                    || folded.hasSuffix(" " + name) && name.contains(" "))
        }
        if let known = isKnown {
            if !records[known].mentions.contains(mention) {
                records[known].mentions.append(mention)
                records[known].mentions.sort {
                    ($0.passage, $0.tokens.lowerBound) < ($1.passage, $1.tokens.lowerBound)
                }
            }
            return known
        }
        records.append(
            Record(kind: .organisation, name: mention.name, mentions: [mention], identifiers: [:], gender: nil))
        return records.count - 1
    }

    // MARK: Sorting

    /// Longer personal names come before bare surnames; everything else keeps its place.
    private static func rank(_ mention: Mention) -> Int {
        switch mention.kind {
        case .party(.person): NameFolding.words(of: mention.name).count > 1 ? 0 : 1
        case .party(.organisation), .party(.government): mention.nameTokens.count > 1 ? 0 : 1
        default: 0
        }
    }

    private mutating func addPerson(_ mention: Mention, _ grammar: FunctionWords) {
        let words = NameFolding.words(of: mention.name)
        let candidates = records.indices.filter { index in
            records[index].kind == .person
                && records[index].nameForms.contains { NameFolding.isSamePerson($0, words) }
                && !contradicts(mention, records[index], grammar)
        }
        // A surname shared by two people of the article goes to the one named last before it; of two who are named side by
        // side, to the one who is named more often, and first.
        let nearest = candidates.map { distance(mention, records[$0]) }.min() ?? 0
        let chosen = candidates.filter { distance(mention, records[$0]) - nearest < Self.sideBySide }
            .max { (records[$0].mentions.count, -$0) < (records[$1].mentions.count, -$1) }
        if let chosen {
            records[chosen].mentions.append(mention)
            records[chosen].nameForms.insert(words)
            records[chosen].gender = records[chosen].gender ?? mention.gender
            if words.count > NameFolding.words(of: records[chosen].name).count { records[chosen].name = mention.name }
        } else {
            var record = Record(
                kind: .person, name: mention.name, mentions: [mention], identifiers: [:], gender: mention.gender)
            record.nameForms = [words]
            records.append(record)
        }
    }

    /// Whether titles or forms of address keep the mention from being this person.
    private func contradicts(_ mention: Mention, _ record: Record, _ grammar: FunctionWords) -> Bool {
        if let gender = mention.gender, let other = record.gender, gender != other { return true }
        guard NameFolding.words(of: mention.name).count == 1, !mention.offices.isEmpty else { return false }
        let known = record.mentions.flatMap(\.offices)
        return !known.isEmpty
            && !mention.offices.contains { office in
                known.contains { grammar.isSameTitle($0.title, office.title) || goesWith($0, office) }
            }
    }

    /// Whether somebody can hold both offices of one city: a mayor is a councillor too.
    private func goesWith(_ one: OfficeMention, _ other: OfficeMention) -> Bool {
        one.isOfCity && other.isOfCity && !(one.isUnique && other.isUnique)
    }

    /// How many tokens apart two names at most stand side by side: "Mayor Carl Lind and Ann Lind".
    private static let sideBySide = 8

    private func distance(_ mention: Mention, _ record: Record) -> Int {
        let here = mention.passage * 10_000 + mention.tokens.lowerBound
        return record.mentions.map { other in
            let there = other.passage * 10_000 + other.tokens.lowerBound
            return there <= here ? here - there : 1_000_000 + there - here
        }.min() ?? .max
    }

    private mutating func addPlace(_ mention: Mention) {
        let kind: Party.Kind = if case .party(let kind) = mention.kind { kind } else { .country }
        let key = mention.place.map { $0.key } ?? "name " + NameFolding.fold(mention.name)
        let words = NameFolding.words(of: mention.name)
        let number: Int
        if let known = places[key] {
            number = known
            records[known].mentions.append(mention)
            let isBetter = records[known].nameForms.isEmpty || Self.isShouted(records[known].name, beside: mention.name)
            if mention.kind != .demonym, isBetter { records[known].name = mention.name }
        } else {
            number = records.count
            places[key] = number
            let name = mention.kind == .demonym ? mention.place?.name ?? mention.name : mention.name
            records.append(
                Record(
                    kind: kind, name: name, mentions: [mention], identifiers: mention.place?.identifiers ?? [:],
                    gender: nil))
        }
        if mention.kind == .demonym {
            records[number].adjectiveForms.insert(words)
        } else {
            records[number].nameForms.insert(words)
        }
    }

    /// Whether a name is `other` in capitals, as datelines have it.
    private static func isShouted(_ name: String, beside other: String) -> Bool {
        name != other && name == other.uppercased()
    }

    private mutating func addOrganisation(_ mention: Mention, kind: Party.Kind, passages: [Passage]) {
        let words = NameFolding.words(of: mention.name)
        let forms = Set([words] + (mention.acronym.map { [NameFolding.words(of: $0)] } ?? []))
        let whole = mention.shortOf.map(NameFolding.words(of:)) ?? words
        let chosen =
            records.indices.first { records[$0].kind.isBody && records[$0].nameForms.contains(whole) }
            ?? spelledOut(mention) ?? shortForm(words.joined(separator: " "), mention, passages: passages)
        if let chosen {
            records[chosen].mentions.append(mention)
            records[chosen].nameForms.formUnion(forms)
            if mention.name.utf8.count > records[chosen].name.utf8.count, mention.nameTokens.count > 1 {
                records[chosen].name = mention.name
            }
        } else if mention.shortOf == nil {
            var record = Record(kind: kind, name: mention.name, mentions: [mention], identifiers: [:], gender: nil)
            record.nameForms = forms
            records.append(record)
        }
    }

    /// The only body whose capitalised words begin with the letters of a name in capitals: `EU`.
    private func spelledOut(_ mention: Mention) -> Int? {
        guard mention.nameTokens.count == 1, mention.name.count > 1, mention.name.allSatisfy(\.isUppercase) else {
            return nil
        }
        let candidates = records.indices.filter { index in
            guard records[index].kind.isBody else { return false }
            let words = records[index].name.split { " -\u{2013}".contains($0) }.filter { $0.first?.isUppercase == true }
            return words.count == mention.name.count
                && zip(words, mention.name).allSatisfy { $0.first == $1 }
        }
        return candidates.count == 1 ? candidates.first : nil
    }

    /// The only body whose name begins or ends with the words of a shorter one.
    private func shortForm(_ folded: String, _ mention: Mention, passages: [Passage]) -> Int? {
        guard mention.nameTokens.count > 1 else { return nil }
        // "Vietnam's Ministry of Justice" is not the ministry of another country named before.
        if mention.tokens.lowerBound > 0 {
            let before = passages[mention.passage].tokens[mention.tokens.lowerBound - 1]
            if before.tag == "POS" || before.entityLabel == "NORP" { return nil }
        }
        let candidates = records.indices.filter { index in
            records[index].kind.isBody
                && records[index].nameForms.contains {
                    let other = $0.joined(separator: " ")
                    return other.hasPrefix(folded + " ") || Self.ends(other, with: folded)
                        || other.contains(" ") && Self.ends(folded, with: other)
                }
        }
        return candidates.count == 1 ? candidates.first : nil
    }

    /// Whether a name ends with the words of a shorter one that stands for it: not "the Committee of the Sejin Council"
    /// with "Sejin Council", which is whose committee it is.
    private static func ends(_ name: String, with short: String) -> Bool {
        guard name.hasSuffix(" " + short) else { return false }
        let before = name.dropLast(short.count + 1)
        return !before.hasSuffix(" of") && !before.hasSuffix(" of the")
    }

    // MARK: Linking

    private mutating func indexTokens() {
        for (number, record) in records.enumerated() {
            for mention in record.mentions {
                for token in mention.nameTokens where mention.kind != .demonym {
                    partyAt[mention.passage][token] = Int32(number)
                }
            }
        }
        for (number, record) in records.enumerated() where record.kind == .person {
            for mention in record.mentions {
                for token in mention.tokens where partyAt[mention.passage][token] < 0 {
                    partyAt[mention.passage][token] = Int32(number)
                }
            }
        }
    }

    private mutating func linkOffices(_ passages: [Passage]) {
        for number in records.indices where records[number].kind == .person {
            for mention in records[number].mentions {
                for office in mention.offices {
                    let of = body(of: office, in: mention, passages: passages)
                    // "Its chief executive, Sofia Braga, said": the words do not name whose office it is.
                    if office.isOfAntecedent, of == nil { continue }
                    var start = min(office.tokens.lowerBound, mention.nameTokens.lowerBound)
                    // "Vietnamese President X": the body before the title is part of the proof.
                    if let of, office.body == nil, start > 0,
                        let body = records[of].mentions.first(where: {
                            $0.passage == mention.passage && $0.tokens.upperBound <= start
                                && $0.tokens.upperBound >= start - 1
                        })
                    {
                        start = body.tokens.lowerBound
                    }
                    let end = max(office.tokens.upperBound, mention.nameTokens.upperBound)
                    records[number].offices.append(
                        OfficeClaim(
                            title: office.title, of: of, isPast: office.isPast, isUnique: office.isUnique,
                            passage: mention.passage, tokens: start..<end))
                }
            }
        }
    }

    func party(overlapping tokens: Range<Int>, in passage: Int) -> Int? {
        records.indices.filter { ![.person, .group].contains(records[$0].kind) }.compactMap { number -> (Int, Int)? in
            let longest = records[number].mentions.filter { $0.passage == passage && $0.tokens.overlaps(tokens) }
                .map(\.tokens.count).max()
            return longest.map { (number, $0) }
        }.max { $0.1 < $1.1 }?.0
    }
}

extension Party.Kind {
    /// Whether the party is a body of people under one name.
    var isBody: Bool { self == .organisation || self == .government }
    /// Whether the party is somewhere.
    var isPlace: Bool { self == .city || self == .country || self == .place }
}
