// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Words of a passage that name somebody or something.
struct Mention: Sendable, Hashable {
    /// What a name stands for.
    enum Kind: Sendable, Hashable {
        /// A party of that kind.
        case party(Party.Kind)
        /// A country's adjective or its people, such as `Vietnamese`: points at the country.
        case demonym
        /// A named event, agreement, programme or document: no party, and it hides the names inside it.
        case title
    }

    /// The passage that the words stand in.
    let passage: Int
    /// The name with its titles and honorifics.
    let tokens: Range<Int>
    /// The name alone.
    let nameTokens: Range<Int>
    /// The name as written.
    let name: String
    /// What the name stands for.
    var kind: Kind
    /// The place that the name stands for, for cities, countries, demonyms and other known places.
    var place: KnownPlace?
    /// The offices named together with a person.
    var offices: [OfficeMention] = []
    /// Another name given in brackets right behind this one.
    var acronym: String?
    /// The full name that the head alone stands for: "the Council".
    var shortOf: String?
    /// The grammatical gender that the honorific tells.
    var gender: Gender?

    /// The same mention with a shorter name.
    func cut(to name: Range<Int>, in passage: Passage) -> Mention {
        Mention(
            passage: self.passage, tokens: tokens.lowerBound..<max(name.upperBound, tokens.lowerBound + 1),
            nameTokens: name, name: passage.text(of: name), kind: kind, place: place, offices: offices,
            acronym: acronym, shortOf: shortOf, gender: gender)
    }

    /// The same mention with what stands behind the name up to `end`.
    func reaching(_ end: Int) -> Mention {
        Mention(
            passage: passage, tokens: tokens.lowerBound..<max(tokens.upperBound, end), nameTokens: nameTokens,
            name: name,
            kind: kind, place: place, offices: offices, acronym: acronym, shortOf: shortOf, gender: gender)
    }

    /// Whether two mentions share tokens.
    func overlaps(_ other: Mention) -> Bool { passage == other.passage && tokens.overlaps(other.tokens) }
}

extension [Mention] {
    /// The mentions of each of so many passages, each in the same order.
    func byPassage(_ count: Int) -> [[Mention]] {
        reduce(into: [[Mention]](repeating: [], count: count)) { $0[$1.passage].append($1) }
    }

    /// The words that names of organisations begin with, articles left out, where more words follow: `Ford` of `the
    /// Ford Motor Company`.
    func firstWordsOfBodies(in passages: [Passage]) -> Set<String> {
        Set(
            compactMap { mention in
                guard mention.kind == .party(.organisation) else { return nil }
                let tokens = passages[mention.passage].tokens
                let name = mention.nameTokens
                let words =
                    passages[mention.passage].words.definite.contains(tokens[name.lowerBound].lower)
                    ? name.dropFirst() : name
                return words.count > 1 ? tokens[words.lowerBound].text : nil
            })
    }
}

/// The gender that pronouns and honorifics agree in.
enum Gender: Sendable, Hashable {
    case female, male
}

/// A place that the gazetteer knows.
struct KnownPlace: Sendable, Hashable {
    /// The gazetteer's name for it.
    let name: String
    /// Numbers of public registers by register, as `Party.identifiers` has them.
    let identifiers: [String: String]
    /// The ISO 3166-1 code of its country.
    let country: String
    /// `city`, `country` or `place`.
    let kind: Party.Kind
    /// ISO 3166-2 of the first-level subdivision that it lies in, where that is known.
    var provinceCode: String?
    /// The people who live there, 0 where that is not known.
    var population = 0
    /// Whether the name it was looked up by is only one of its other names.
    var isAlternate = false
    /// Whether that name is an everyday word as well.
    var isWord = false

    /// What makes two names the same place.
    var key: String {
        kind == .country ? "country " + country : "place " + (identifiers["geonames"] ?? name)
    }
}

/// An office named together with a person.
struct OfficeMention: Sendable, Hashable {
    /// The title as written, without the body it belongs to.
    let title: String
    /// The title's tokens.
    let tokens: Range<Int>
    /// The tokens that name the body, where it is named beside the title.
    var body: Range<Int>?
    /// Whether a word such as `former` says that the office is not held now.
    let isPast: Bool
    /// Whether one body has one holder at a time.
    let isUnique: Bool
    /// Whether cities have such an office and countries do not.
    var isOfCity = false
    /// Whether "its" before the title says that it is the office of what was named before.
    var isOfAntecedent = false
}
