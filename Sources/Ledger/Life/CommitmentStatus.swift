// SPDX-License-Identifier: Apache-2.0

/// How a commitment fares; the program suggests, a person decides.
public enum CommitmentStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing is known beyond the commitment itself.
    case open
    /// Work on it has begun.
    case inWorks = "in works"
    /// It was done.
    case kept
    /// A part of it was done.
    case partlyKept = "partly kept"
    /// Work on it has stopped for a time.
    case stalled
    /// Its time ran out.
    case lapsed
    /// It will not be done.
    case broken

    /// Whether news of it is still awaited.
    public var isOpen: Bool { self == .open || self == .inWorks || self == .stalled }
}
