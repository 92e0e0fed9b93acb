// SPDX-License-Identifier: Apache-2.0

import Cooperation

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
    var tellings: [Telling]
    /// What it binds its parties to do, where the clause that tells of its signing says so.
    var purpose: Telling?

    /// The earliest telling.
    var order: (Int, Int) { tellings.map { ($0.passage, $0.tokens.lowerBound) }.min { $0 < $1 } ?? (.max, .max) }
}
