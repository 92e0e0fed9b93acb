// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Agreement.Form {
    /// Whether one always has another side, so that one party alone is not all of it.
    var isBilateral: Bool { [.memorandum, .sisterCity, .contract, .diplomaticRelations].contains(self) }
}

/// An agreement before reports of it are merged and parties have their final names.
struct DraftAgreement: Sendable {
    var type: Agreement.Form
    /// Its own name, where it is written as one.
    var name: String?
    /// The short name in brackets behind the name.
    var acronym: String?
    var parties: [Int]
    var signatories: [Int] = []
    var witnesses: [Int] = []
    /// Where it was signed.
    var place: Int?
    var scope: Telling?
    var status: Agreement.Status?
    var date: DatedValue?
    /// Whether it is told with "the", so that it may be one told before.
    var isDefinite: Bool
    /// Whether the telling is of its being signed.
    var isSigning = false
    /// Whether the parties are told by who signs, which outweighs what a name or a purpose lets one guess.
    var isSigned: Bool
    /// Whether several sign of whom only one is understood, so that it counts only beside a telling of all.
    var isPartial = false
    /// The one whose sister cities the others are, or who has an agreement with each of the others.
    var owner: Int?
    /// Whether the word for it is a plural of which each of the owner's partners has one: "memoranda with A and B".
    var isOneEach = false
    /// The plural that brings in the list on which it stands, each of whose items is another one.
    var announcement: TokenPlace?
    var tellings: [Telling]
    /// What it binds its parties to do, where the clause that tells of its signing says so.
    var purpose: Telling?

    /// One agreement for each sister city of the one that has them, or for each partner: "is twinned with Fano and Turku",
    /// "signed memoranda with Fano and Turku" tell of two.
    var ties: [DraftAgreement] {
        guard type == .sisterCity || isOneEach, let owner, parties.count > 2 else { return [self] }
        return parties.filter { $0 != owner }.map { other in
            var tie = self
            tie.parties = [owner, other]
            return tie
        }
    }

    /// The earliest telling.
    var order: (Int, Int) { tellings.map { ($0.passage, $0.tokens.lowerBound) }.min { $0 < $1 } ?? (.max, .max) }
}
