// SPDX-License-Identifier: Apache-2.0

/// Why a question could not be answered at all: what happened and what to do.
public struct AskingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Every way in which asking can fail; a code is never reused for another meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The list of question words cannot be read.
        case lexicon = "ASKING-001"
        /// The question holds nothing to look for.
        case empty = "ASKING-002"

        /// What happened, as the beginning of a sentence without its full stop.
        package var meaning: String {
            switch self {
            case .lexicon: "The list of question words is damaged"
            case .empty: "The question holds nothing to look for"
            }
        }

        /// What the reader of the message can do, without its full stop.
        package var remedy: String {
            switch self {
            case .lexicon: "Install the program again"
            case .empty: "Name whom or what it is about"
            }
        }
    }

    /// The kind of failure.
    public let code: Code
    /// What exactly was met.
    public let detail: String

    /// Describes a failure.
    public init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }

    /// One line: code, what happened, what to do.
    public var description: String { "\(code.rawValue) \(detail): \(code.meaning). \(code.remedy)." }
}
