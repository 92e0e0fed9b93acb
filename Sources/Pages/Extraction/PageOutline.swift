// SPDX-License-Identifier: Apache-2.0

/// What is known of every element of a page before the article is looked for: its marks, whether it is furniture, and
/// which role it lends to the text inside.
package final class PageOutline: Sendable {
    /// How sure it is that an element surrounds the article and is no part of it.
    package enum Exclusion: UInt8, Comparable, Sendable {
        case none
        /// A name or an `aside` says so: taken back if too little text remains.
        case soft
        /// The mark-up's meaning says so.
        case hard

        package static func < (left: Exclusion, right: Exclusion) -> Bool { left.rawValue < right.rawValue }
    }

    /// What an element lends to the text inside, inherited from its ancestors.
    package struct Context: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let caption = Context(rawValue: 1 << 0)
        package static let quote = Context(rawValue: 1 << 1)
        package static let byline = Context(rawValue: 1 << 2)
        package static let date = Context(rawValue: 1 << 3)
        package static let deck = Context(rawValue: 1 << 4)
        package static let headline = Context(rawValue: 1 << 5)
        package static let table = Context(rawValue: 1 << 6)
        package static let list = Context(rawValue: 1 << 7)
        package static let pull = Context(rawValue: 1 << 8)
    }

    package let tree: HTMLTree
    package let lexicons: Lexicons
    /// All runs with their sums.
    package let runs: PageRuns
    /// The same runs; those in excluded elements count nothing in the sums.
    package let kept: PageRuns
    package let marks: [Marks]
    package let exclusions: [Exclusion]
    package let contexts: [Context]

    package convenience init(of tree: HTMLTree, lexicons: Lexicons) {
        var draft = OutlineDraft(tree: tree, lexicons: lexicons)
        draft.readMarks()
        draft.decide()
        self.init(draft)
    }

    private init(_ draft: OutlineDraft) {
        tree = draft.tree
        lexicons = draft.lexicons
        runs = draft.runs
        marks = draft.marks
        exclusions = draft.exclusions
        contexts = draft.contexts
        let exclusions = draft.exclusions
        kept = PageRuns(runs.runs) { exclusions[$0.holder] == .none }
    }

    /// The outline with only those exclusions that the mark-up's meaning gives.
    package func withoutSoftExclusions() -> PageOutline {
        var draft = OutlineDraft(self)
        for index in draft.exclusions.indices where draft.exclusions[index] == .soft { draft.exclusions[index] = .none }
        return PageOutline(draft)
    }
}
