// SPDX-License-Identifier: Apache-2.0

/// Who works at the Desk.
package struct DeskUser: Hashable, Sendable {
    /// What they may do.
    package typealias Role = Desk.Role

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
