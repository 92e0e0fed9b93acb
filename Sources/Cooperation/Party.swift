// SPDX-License-Identifier: Apache-2.0

/// Somebody or something that takes part in cooperation, or the place where it happens.
public struct Party: Hashable, Sendable, Codable {
    /// What a party is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A named human being.
        case person
        /// A company, museum, foundation, school, association, alliance …
        case organisation
        /// A ministry, city administration, agency, parliament, consulate …
        case government
        /// A city or town as a partner and a place.
        case city
        /// A country as a partner and a place.
        case country
        /// People named by what they have in common, such as officials or residents.
        case group
        /// A province, venue, region, building …
        case place
    }

    /// The party's name inside one reading or ledger.
    public var id: String
    /// What it is.
    public var kind: Kind
    /// The fullest name that the source gives.
    public var name: String
    /// Other names the source uses.
    public var aliases: [String]
    /// Numbers of public registers by register: `geonames`, `iso3166`, `wikidata`.
    public var identifiers: [String: String]
    /// The ISO 3166-1 alpha-2 code of the country in which a city or other place lies, where it is known: `KR`.
    public var country: String?
    /// Every place in the text that names the party, in the order of the text.
    public var mentions: [TextRange]
    /// The offices that a person holds; empty for others.
    public var offices: [Office]

    /// Makes a party.
    public init(
        id: String, kind: Kind, name: String, aliases: [String] = [], identifiers: [String: String] = [:],
        country: String? = nil, mentions: [TextRange] = [], offices: [Office] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.identifiers = identifiers
        self.country = country
        self.mentions = mentions
        self.offices = offices
    }
}

/// A title held by a person, as the source states it.
public struct Office: Hashable, Sendable, Codable {
    /// The title without the body it belongs to, such as `Mayor`.
    public var title: String
    /// The party whose office it is, where the source says so.
    public var of: String?
    /// Where the source says it.
    public var evidence: [Evidence]

    /// Makes an office.
    public init(title: String, of: String?, evidence: [Evidence]) {
        self.title = title
        self.of = of
        self.evidence = evidence
    }
}
