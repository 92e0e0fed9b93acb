// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Somebody who may use the desk.
package struct Account: LedgerRow {
    /// The name, as it was typed when the account was made; also the author of what the person says.
    package let name: String
    /// What the person may do.
    package let role: Role
    /// When the account was made, as ISO 8601 has it.
    package let madeAt: String
    /// When the person last signed in; `nil` for never.
    package let signedInAt: String?

    /// See `cells`.
    package static let columns = [
        Column("name", heading: "Name"), Column("role", heading: "Role"), Column("madeAt", heading: "Made"),
        Column("signedInAt", heading: "Signed in"),
    ]

    /// Who, what they may do, and since when.
    package var cells: [Cell] { [.text(name), .text(role.rawValue), .text(madeAt), Cell(signedInAt)] }

    /// What two names share that are one: case, accents' encoding, width and outer blanks do not matter.
    package static func key(of name: String) -> String {
        name.trimmingCharacters(in: .whitespaces).precomposedStringWithCompatibilityMapping.lowercased()
    }

    /// The name as it is kept; throws `ACCESS-007` where it cannot be one.
    package static func checked(_ name: String) throws(AccessError) -> String {
        let trimmed = name.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
        let isPlain = trimmed.unicodeScalars.allSatisfy {
            ![.control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse]
                .contains($0.properties.generalCategory)
        }
        guard !trimmed.isEmpty, trimmed.unicodeScalars.count <= 64, isPlain else {
            throw AccessError(.unsuitedName, name)
        }
        return trimmed
    }
}

/// A token by which a program uses the interface in somebody's name.
package struct AccessToken: LedgerRow {
    /// The number by which it is taken back.
    package let number: Int64
    /// Whose it is.
    package let account: String
    /// What it is for, in the person's own words.
    package let label: String
    /// What its bearer may do; never more than the account may.
    package let role: Role
    /// When it was made.
    package let madeAt: String
    /// The day of its end; `nil` for none.
    package let expiresAt: String?
    /// When it was last used; `nil` for never.
    package let usedAt: String?

    /// See `cells`.
    package static let columns = [
        Column("number", heading: "Number", alignment: .trailing), Column("account", heading: "Account"),
        Column("label", heading: "For"), Column("role", heading: "Role"), Column("madeAt", heading: "Made"),
        Column("expiresAt", heading: "Ends"), Column("usedAt", heading: "Used"),
    ]

    /// Whose it is, what it may do and how long.
    package var cells: [Cell] {
        [
            .count(Int(number)), .text(account), .text(label), .text(role.rawValue), .text(madeAt), Cell(expiresAt),
            Cell(usedAt),
        ]
    }
}

/// Something that somebody did at the desk.
package struct AuditRow: LedgerRow {
    /// Its place in the log, from 1.
    package let number: Int64
    /// When, as ISO 8601 has it.
    package let time: String
    /// Who: the name of an account, `-` for nobody that is known.
    package let who: String
    /// What, such as `sign-in` or `POST /entries/…/correct`.
    package let what: String
    /// What came of it, such as `ok`, `refused` or the status of the answer.
    package let outcome: String
    /// The network address of the person, `command` for this machine's command line.
    package let address: String

    /// See `cells`.
    package static let columns = [
        Column("number", heading: "Number", alignment: .trailing), Column("time", heading: "When"),
        Column("who", heading: "Who"), Column("what", heading: "What"), Column("outcome", heading: "Outcome"),
        Column("address", heading: "From"),
    ]

    /// When, who, what, with what outcome, from where.
    package var cells: [Cell] {
        [.count(Int(number)), .text(time), .text(who), .text(what), .text(outcome), .text(address)]
    }
}
