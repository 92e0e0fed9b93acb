// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Ledger

/// What rows of the ledger are narrowed to.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only what this party takes part in, itself or by whoever holds its offices.", valueName: "name"))
    var party: String?

    @Option(help: ArgumentHelp("Only what this party takes part in as well, in the same way.", valueName: "name"))
    var with: String?

    @Option(help: ArgumentHelp("Only what is at this place.", valueName: "name"))
    var place: String?

    @Option(help: ArgumentHelp("Only this finer kind, such as meeting, memorandum or city.", valueName: "type"))
    var type: String?

    @Option(
        help: ArgumentHelp("Only what can lie on this date or later: 2025, 2025-08 or 2025-08-31.", valueName: "date"))
    var since: PartialDate?

    @Option(help: ArgumentHelp("Only what can lie on this date or earlier.", valueName: "date"))
    var until: PartialDate?

    @Option(help: "Only commitments of this force: wish, hope, pledge, agreed or signed.")
    var force: Commitment.Force?

    @Option(help: ArgumentHelp("Only what has come so far, such as planned or signed.", valueName: "word"))
    var status: String?

    @Option(
        help: ArgumentHelp(
            "Only what this source says: part of its address or publisher, or its id.", valueName: "source"))
    var source: String?

    @Option(help: ArgumentHelp("No more rows than this.", valueName: "number"))
    var limit: Int?

    /// The filter that the options make.
    var filter: LedgerFilter {
        LedgerFilter(
            party: party, partner: with, place: place, force: force, status: status, kind: type, since: since,
            until: until, source: source, limit: limit)
    }
}

/// A date is written as EDTF has it.
extension PartialDate: ExpressibleByArgument {
    /// Reads `2025`, `2025-08`, `2025-08-31`.
    public init?(argument: String) { self.init(argument) }
}

/// A force goes by its own word.
extension Commitment.Force: ExpressibleByArgument {}
