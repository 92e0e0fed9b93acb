// SPDX-License-Identifier: Apache-2.0

/// What somebody may do; each role may do what those before it may.
package enum Role: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// Read.
    case viewer
    /// Read, add, correct and judge.
    case editor
    /// All that, and look after accounts.
    case admin

    /// Whether one may do less than the other.
    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .editor: 1
        case .admin: 2
        }
    }
}
