// SPDX-License-Identifier: Apache-2.0

/// Who works at the Desk.
package struct DeskUser: Hashable, Sendable {
    /// What a user may do; each role may also do what those before it may.
    package enum Role: String, Hashable, Sendable, CaseIterable, Comparable {
        /// Read everything.
        case viewer
        /// Add, correct and judge.
        case editor
        /// Keep the accounts.
        case admin

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .viewer: 0
            case .editor: 1
            case .admin: 2
            }
        }
    }

    /// The name that judgements are signed with.
    package let name: String
    /// What they may do.
    package let role: Role

    /// Describes a user.
    package init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}
