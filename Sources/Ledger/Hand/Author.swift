// SPDX-License-Identifier: Apache-2.0

/// Who said something and when.
public struct Author: Hashable, Sendable, Codable {
    /// The person's name.
    public var name: String
    /// The time as ISO 8601, such as `2026-03-01T09:30:00Z`.
    public var time: String

    /// Names a person and a time.
    public init(name: String, time: String) {
        self.name = name
        self.time = time
    }
}
