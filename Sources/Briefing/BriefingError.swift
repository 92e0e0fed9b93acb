// SPDX-License-Identifier: Apache-2.0

/// Why a brief or an export could not be made: what happened, to what, and what to do.
package struct BriefingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; its raw value never changes.
    package let code: Code
    /// The file, name or program concerned.
    package let subject: String
    /// What exactly was met; may be empty.
    package let detail: String

    /// Describes a failure.
    package init(_ code: Code, _ subject: String, detail: String = "") {
        self.code = code
        self.subject = subject
        self.detail = detail.split { $0.isNewline }.joined(separator: " ")
    }

    /// One line: code, subject, what happened, what to do.
    package var description: String {
        let met = detail.isEmpty ? code.meaning : "\(code.meaning): \(detail)"
        return "\(code.rawValue) \(subject): \(met). \(code.remedy)."
    }

    /// Every way in which a brief or an export can fail.
    ///
    /// A code is never reused for another meaning.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The ledger knows no party of this name.
        case unknownParty = "BRIEF-001"
        /// A program that another format needs is not installed.
        case missingProgram = "BRIEF-002"
        /// That program failed.
        case programFailed = "BRIEF-003"
        /// A table of the program is missing or damaged.
        case resource = "BRIEF-004"
        /// A file cannot be written.
        case cannotWrite = "BRIEF-005"
        /// A line to be imported is no reading.
        case notAReading = "BRIEF-006"
        /// The ledger holds nothing that a format tells of, and the format allows no empty file.
        case nothingToExport = "BRIEF-007"

        /// What happened, as the beginning of a sentence without its full stop.
        package var meaning: String {
            switch self {
            case .unknownParty: "The ledger knows nobody and nothing of this name"
            case .missingProgram: "A program that this format needs is not installed"
            case .programFailed: "The program that makes this format failed"
            case .resource: "A table that belongs to the program cannot be read"
            case .cannotWrite: "The file cannot be written"
            case .nothingToExport: "The ledger holds nothing that this format tells of"
            case .notAReading: "The line is no reading of the form entente.reading/1"
            }
        }

        /// What the reader of the message can do, without its full stop.
        package var remedy: String {
            switch self {
            case .unknownParty: "Look the name up with entente show people, or entente show places"
            case .missingProgram: "Install it, or choose a format that the program makes by itself"
            case .programFailed:
                "Choose a format that needs no other program, or see what it says when it is run by hand"
            case .resource: "Install the program again with the folders beside it"
            case .cannotWrite: "Name another place by --output"
            case .nothingToExport: "Choose another format, or add pages that tell of it first"
            case .notAReading: "Export it again with entente export ndjson or parquet"
            }
        }
    }
}
