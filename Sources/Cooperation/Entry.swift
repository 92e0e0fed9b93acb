// SPDX-License-Identifier: Apache-2.0

/// One fact of a reading with its proof.
public struct Entry: Hashable, Sendable {
    /// What the fact is about, one case a kind.
    public enum Content: Hashable, Sendable {
        /// A treaty, memorandum, sister-city tie …
        case agreement(Agreement)
        /// What somebody hopes for, pledges or has agreed to.
        case commitment(Commitment)
        /// A visit, meeting, ceremony …
        case engagement(Engagement)
        /// A count, sum, share, rank …
        case figure(Figure)
        /// A consulate, office, joint committee …
        case institution(Institution)
        /// An exchange, training, campaign …
        case programme(Programme)
        /// What one party is to another: trading partner, investor …
        case relation(Relation)
        /// What somebody said.
        case statement(Statement)
    }

    /// The kind's name in output.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// See `Agreement`.
        case agreement
        /// See `Commitment`.
        case commitment
        /// See `Engagement`.
        case engagement
        /// See `Figure`.
        case figure
        /// See `Institution`.
        case institution
        /// See `Programme`.
        case programme
        /// See `Relation`.
        case relation
        /// See `Statement`.
        case statement
    }

    /// The entry's name inside one reading or ledger.
    public var id: String
    /// The fact.
    public var content: Content
    /// How sure the reader is, 0 to 1.
    public var confidence: Double
    /// Where the source says it; never empty.
    public var evidence: [Evidence]

    /// Makes an entry; `evidence` must not be empty.
    public init(id: String, content: Content, confidence: Double, evidence: [Evidence]) {
        self.id = id
        self.content = content
        self.confidence = confidence
        self.evidence = evidence
    }

    /// The kind of the fact.
    public var kind: Kind { content.kind }
}

extension Entry.Content {
    /// The kind of the fact.
    public var kind: Entry.Kind {
        switch self {
        case .agreement: .agreement
        case .commitment: .commitment
        case .engagement: .engagement
        case .figure: .figure
        case .institution: .institution
        case .programme: .programme
        case .relation: .relation
        case .statement: .statement
        }
    }
}

extension Entry: Codable {
    private enum CodingKeys: String, CodingKey { case id, kind, confidence, evidence }

    /// Reads the common fields and those of the kind from one object.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        confidence = try container.decode(Double.self, forKey: .confidence)
        evidence = try container.decode([Evidence].self, forKey: .evidence)
        switch try container.decode(Kind.self, forKey: .kind) {
        case .agreement: content = .agreement(try Agreement(from: decoder))
        case .commitment: content = .commitment(try Commitment(from: decoder))
        case .engagement: content = .engagement(try Engagement(from: decoder))
        case .figure: content = .figure(try Figure(from: decoder))
        case .institution: content = .institution(try Institution(from: decoder))
        case .programme: content = .programme(try Programme(from: decoder))
        case .relation: content = .relation(try Relation(from: decoder))
        case .statement: content = .statement(try Statement(from: decoder))
        }
    }

    /// Writes the common fields and those of the kind into one object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(evidence, forKey: .evidence)
        switch content {
        case .agreement(let agreement): try agreement.encode(to: encoder)
        case .commitment(let commitment): try commitment.encode(to: encoder)
        case .engagement(let engagement): try engagement.encode(to: encoder)
        case .figure(let figure): try figure.encode(to: encoder)
        case .institution(let institution): try institution.encode(to: encoder)
        case .programme(let programme): try programme.encode(to: encoder)
        case .relation(let relation): try relation.encode(to: encoder)
        case .statement(let statement): try statement.encode(to: encoder)
        }
    }
}
