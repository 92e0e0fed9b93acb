// SPDX-License-Identifier: Apache-2.0

/// One line of the table: a capability on one gold set.
package struct Measure: Sendable {
    /// The gold set, as its folder is called.
    package let gold: String
    /// What is measured.
    package let capability: String
    /// What is right, text by text.
    package let right: [Tally]
    /// What stands in the right place at least, text by text, where that is less than being right.
    package let found: [Tally]?

    /// The same by class, for a measure that weighs all classes alike; `nil` where texts are simply added up.
    package let classes: [[Tally]]?
    /// How mentions were put together, part by part of the gold, for measures of that; the tallies count mentions.
    package let chains: [CoreferenceScore]?

    /// A measure that adds texts up.
    init(gold: String, capability: String, right: [Tally], found: [Tally]?) {
        self.gold = gold
        self.capability = capability
        self.right = right
        self.found = found
        classes = nil
        chains = nil
    }

    /// A measure that is the mean over classes, each with one tally a text.
    init(gold: String, capability: String, classes: [[Tally]]) {
        self.gold = gold
        self.capability = capability
        self.classes = classes
        right = (classes.first?.indices ?? 0..<0).map { text in classes.map { $0[text] }.reduce(Tally(), +) }
        found = nil
        chains = nil
    }

    /// A measure of how mentions were put together, with one score and one tally of mentions a text or topic.
    init(gold: String, capability: String, chains: [CoreferenceScore], mentions: [Tally]) {
        self.gold = gold
        self.capability = capability
        self.chains = chains
        right = mentions
        found = nil
        classes = nil
    }

    /// All texts together.
    package var total: Tally { right.reduce(Tally(), +) }
    /// The share of what was read that is right.
    package var precision: Double { allChains?.precision ?? mean(\.precision) }
    /// The share of the gold that was read right.
    package var recall: Double { allChains?.recall ?? mean(\.recall) }
    /// The harmonic mean of both, or the mean of the classes' harmonic means.
    package var f1: Double { allChains?.f1 ?? mean(\.f1) }
    /// All texts together, by place alone.
    package var totalFound: Tally? { found?.reduce(Tally(), +) }
    /// Where F1 lies with 95 % confidence; `nil` for one text.
    package var interval: ClosedRange<Double>? {
        chains.map(Bootstrap.interval) ?? Bootstrap.interval(of: classes ?? [right])
    }

    private var allChains: CoreferenceScore? { chains.map { $0.reduce(CoreferenceScore(), +) } }

    private func mean(_ value: KeyPath<Tally, Double>) -> Double {
        guard let classes, !classes.isEmpty else { return total[keyPath: value] }
        return classes.map { $0.reduce(Tally(), +)[keyPath: value] }.reduce(0, +) / Double(classes.count)
    }
}

/// One thing that was read wrongly, with where it stands.
package struct Finding: Hashable, Sendable {
    /// In what way it is wrong.
    package enum Fault: String, Hashable, Sendable {
        /// The gold has it, the reading does not.
        case missed
        /// The reading has it, the gold does not.
        case unwanted
        /// Both have it, and say different things.
        case different
    }

    /// The gold set, as its folder is called.
    package let gold: String
    /// What is measured.
    package let capability: String
    /// In what way it is wrong.
    package let fault: Fault
    /// The text's id.
    package let text: String
    /// What the gold says and what was read, as far as there is something to say.
    package let detail: String
    /// The words with what stands around them.
    package let context: String
}

/// What measuring one gold set gave.
package struct Outcome: Sendable {
    /// The lines of the table.
    package var measures: [Measure] = []
    /// What was read wrongly, in the order of the texts.
    package var findings: [Finding] = []
}
