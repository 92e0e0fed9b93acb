// SPDX-License-Identifier: Apache-2.0

/// Something that somebody wants done, and how firmly they bind themselves to it.
public struct Commitment: Hashable, Sendable, Codable {
    /// How firm it is, from the weakest to the firmest.
    public enum Force: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// It would be welcome.
        case wish
        /// It is hoped for or worked towards.
        case hope
        /// One side says that it will be done.
        case pledge
        /// The sides have decided it together.
        case agreed
        /// It stands in a signed instrument.
        case signed

        /// Orders from the weakest to the firmest.
        public static func < (left: Force, right: Force) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// A number with its unit.
    public struct Amount: Hashable, Sendable, Codable {
        /// The number.
        public var value: Double
        /// An ISO 4217 code for money, `%`, a unit, or the noun that is counted.
        public var unit: String

        /// Makes an amount.
        public init(value: Double, unit: String) {
            self.value = value
            self.unit = unit
        }
    }

    /// Who binds themselves: ids of parties; empty where the source does not say.
    public var by: [String]
    /// How firmly.
    public var force: Force
    /// What is to be done, in the source's words.
    public var what: String
    /// What the target measures, in the source's words, such as `bilateral trade`.
    public var measure: String?
    /// The number to be reached or given.
    public var target: Amount?
    /// The number from which the target is to be reached; where there is a target and this is left out, the source
    /// states none.
    public var baseline: Amount?
    /// When it is to be done.
    public var deadline: DatedValue?

    /// Makes a commitment.
    public init(
        by: [String], force: Force, what: String, measure: String? = nil, target: Amount? = nil,
        baseline: Amount? = nil, deadline: DatedValue? = nil
    ) {
        self.by = by
        self.force = force
        self.what = what
        self.measure = measure
        self.target = target
        self.baseline = baseline
        self.deadline = deadline
    }
}
