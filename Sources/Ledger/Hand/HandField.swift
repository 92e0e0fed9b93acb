// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A field that a person can fill when typing in an entry.
public struct HandField: Sendable {
    /// What a field takes.
    enum Slot: Sendable {
        /// One word or sentence.
        case word
        /// One of several words or sentences; the field may be given again.
        case words
        /// A number.
        case number
        /// A number and its unit.
        case amount
        /// `yes` or `no`.
        case flag
        /// A date in EDTF.
        case date
        /// The name of one party.
        case party
        /// The name of one of several parties; the field may be given again.
        case parties
        /// The name of one who takes part in an occasion; the field may be given again.
        case participant(Engagement.Role)

        /// What stands in the JSON where the field is not given.
        var absent: Any? {
            switch self {
            case .words, .parties, .participant: [Any]()
            case .flag: false
            case .word, .number, .amount, .date, .party: nil
            }
        }
    }

    /// How the person calls it.
    public let name: String
    /// The member of the kind's JSON that it fills.
    let member: String
    let slot: Slot

    /// Whether it may be given again.
    public var isRepeatable: Bool {
        switch slot {
        case .words, .parties, .participant: true
        case .word, .number, .amount, .flag, .date, .party: false
        }
    }

    /// The only words that the field of a kind takes; `nil` where it takes any.
    public func choices(of kind: Entry.Kind) -> [String]? {
        switch (kind, name) {
        case (.agreement, "type"): Agreement.Form.allCases.map(\.rawValue)
        case (.agreement, "status"): Agreement.Status.allCases.map(\.rawValue)
        case (.commitment, "force"): Commitment.Force.allCases.map(\.rawValue)
        case (.engagement, "type"): Engagement.Form.allCases.map(\.rawValue)
        case (.engagement, "status"): Engagement.Status.allCases.map(\.rawValue)
        case (.figure, "relation"): Figure.Comparison.allCases.map(\.rawValue)
        case (.institution, "state"): Institution.State.allCases.map(\.rawValue)
        case (.relation, "type"): Relation.Form.allCases.map(\.rawValue)
        case (.statement, "direct"): ["yes", "no"]
        default: nil
        }
    }

    private init(_ name: String, _ slot: Slot, member: String? = nil) {
        self.name = name
        self.member = member ?? name
        self.slot = slot
    }

    /// The fields of a kind of entry, in the order of its JSON.
    public static func fields(of kind: Entry.Kind) -> [HandField] {
        switch kind {
        case .agreement:
            [
                HandField("type", .word), HandField("name", .word), HandField("party", .parties, member: "parties"),
                HandField("signatory", .parties, member: "signatories"),
                HandField("witness", .parties, member: "witnesses"), HandField("place", .party),
                HandField("scope", .word), HandField("status", .word), HandField("date", .date),
            ]
        case .commitment:
            [
                HandField("by", .parties), HandField("force", .word), HandField("what", .word),
                HandField("measure", .word), HandField("target", .amount), HandField("baseline", .amount),
                HandField("deadline", .date),
            ]
        case .engagement:
            [HandField("type", .word), HandField("title", .word)]
                + Engagement.Role.allCases.map {
                    HandField($0.rawValue, .participant($0), member: "participants")
                } + [HandField("place", .party), HandField("date", .date), HandField("status", .word)]
        case .figure:
            [
                HandField("indicator", .word), HandField("value", .number), HandField("upper", .number),
                HandField("relation", .word), HandField("unit", .word), HandField("scope", .party),
                HandField("asOf", .date), HandField("saidBy", .party),
            ]
        case .institution:
            [
                HandField("name", .word), HandField("of", .parties), HandField("place", .party),
                HandField("state", .word),
            ]
        case .programme:
            [
                HandField("name", .word), HandField("topic", .words, member: "topics"),
                HandField("party", .parties, member: "parties"), HandField("description", .word),
            ]
        case .relation:
            [
                HandField("type", .word), HandField("subject", .party), HandField("object", .party),
                HandField("rank", .number), HandField("scope", .word), HandField("asOf", .date),
            ]
        case .statement:
            [
                HandField("speaker", .party), HandField("text", .word), HandField("direct", .flag),
                HandField("verb", .word),
            ]
        }
    }

    static func member(named name: String, of kind: Entry.Kind) -> String {
        fields(of: kind).first { $0.name == name }?.member ?? name
    }
}

extension HandField {
    /// What the kind cannot be without, where the person leaves it out: a status, a relation, the cue of a speech.
    static func usual(_ kind: Entry.Kind) -> [String: String] {
        switch kind {
        case .engagement: ["status": Engagement.Status.past.rawValue]
        case .figure: ["relation": Figure.Comparison.equal.rawValue]
        case .statement: ["verb": ""]
        case .institution: ["state": Institution.State.existing.rawValue]
        case .agreement, .commitment, .programme, .relation: [:]
        }
    }
}
