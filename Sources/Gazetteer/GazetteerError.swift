// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Why names cannot be looked up; each message says what, where, and what to do, in one line.
public enum GazetteerError: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
    /// There is no table of places at `path`.
    case missing(path: String)
    /// The table at `path` is there but cannot be read.
    case unreadable(path: String, reason: String)
    /// The table at `path` is cut short, or is something else.
    case damaged(path: String, reason: String)
    /// The table at `path` has another version of the format than this program reads.
    case otherVersion(path: String, found: UInt32, wanted: UInt32)
    /// A word list that belongs to the program is missing or cannot be read.
    case lexicon(name: String, reason: String)

    /// Every way in which looking names up can fail.
    ///
    /// A code is never reused for another meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// See `GazetteerError.missing`.
        case missing = "PLACES-001"
        /// See `GazetteerError.unreadable`.
        case unreadable = "PLACES-002"
        /// See `GazetteerError.damaged`.
        case damaged = "PLACES-003"
        /// See `GazetteerError.otherVersion`.
        case otherVersion = "PLACES-004"
        /// See `GazetteerError.lexicon`.
        case lexicon = "PLACES-005"
    }

    /// The stable code of the failure.
    public var code: Code {
        switch self {
        case .missing: .missing
        case .unreadable: .unreadable
        case .damaged: .damaged
        case .otherVersion: .otherVersion
        case .lexicon: .lexicon
        }
    }

    /// One line for a person: code, what is wrong, where, what to do.
    public var description: String { "\(code.rawValue) \(sentence)" }

    private var sentence: String {
        switch self {
        case .missing(let path):
            "no table of places at \(path): run `make gazetteer`, or set ENTENTE_GAZETTEER to where it is"
        case .unreadable(let path, let reason):
            "the table of places at \(path) cannot be read (\(reason)): check that the file may be read"
        case .damaged(let path, let reason):
            "the table of places at \(path) is damaged (\(reason)): delete it and run `make gazetteer`"
        case .otherVersion(let path, let found, let wanted) where found > wanted:
            "the table of places at \(path) has format \(found), newer than the \(wanted) that this program reads: "
                + "update entente, or run its `make gazetteer`"
        case .otherVersion(let path, let found, let wanted):
            "the table of places at \(path) has format \(found), older than the \(wanted) that this program reads: "
                + "run `make gazetteer`"
        case .lexicon(let name, let reason):
            "the word list \(name) cannot be read (\(reason)): install entente again with its resources beside it"
        }
    }

    /// The message for a person, for callers that know errors only in general.
    public var errorDescription: String? { description }
}
