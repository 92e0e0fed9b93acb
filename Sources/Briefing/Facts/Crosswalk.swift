// SPDX-License-Identifier: Apache-2.0

/// Which class of other vocabularies a kind of party or entry is; the table is `Resources/crosswalk.yaml`.
package struct Crosswalk: Sendable, Decodable {
    /// What one kind is called elsewhere.
    package struct Row: Hashable, Sendable, Decodable {
        /// The kind.
        package let kind: String
        /// The finer kind; `nil` for every other finer kind.
        package let type: String?
        /// The event type of PLOVER.
        package let plover: String?
        /// The event code of CAMEO.
        package let cameo: String?
        /// The schema of FollowTheMoney.
        package let followTheMoney: String?
        /// The class of schema.org.
        package let schemaOrg: String?
    }

    /// The kinds of parties.
    package let parties: [Row]
    /// The kinds of entries.
    package let entries: [Row]

    /// The row of a kind of party.
    package func party(_ kind: String) -> Row? { parties.first { $0.kind == kind } }

    /// The row of a kind of entry: that of its finer kind, else that of the kind.
    package func entry(_ kind: String, _ type: String) -> Row? {
        entries.first { $0.kind == kind && $0.type == type } ?? entries.first { $0.kind == kind && $0.type == nil }
    }

    /// The table that comes with the program.
    package static func standard() throws(BriefingError) -> Crosswalk {
        try ResourceTable.decode(Crosswalk.self, "crosswalk")
    }
}
