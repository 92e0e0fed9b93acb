// SPDX-License-Identifier: Apache-2.0

/// Why a ledger could not be opened, read or added to: what happened, where, and what to do.
public struct LedgerError: Error, Hashable, Sendable {
    /// The kind of failure; its raw value never changes.
    public let code: Code
    /// The path of the ledger.
    public let path: String
    /// What exactly was met, such as the entry or the words of SQLite; may be empty.
    public let detail: String

    /// Describes a failure; line breaks and other control characters of `detail` become spaces.
    public init(_ code: Code, path: String, detail: String = "") {
        self.code = code
        self.path = path
        // The words may come from a page or a damaged file, and the message goes to a terminal as one line.
        self.detail = detail.split { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
            .joined(separator: " ")
    }
}

extension LedgerError: CustomStringConvertible {
    /// One line: code, place, what happened, what to do.
    public var description: String {
        let met = detail.isEmpty ? code.meaning : "\(code.meaning): \(detail)"
        return "\(code.rawValue) \(path): \(met). \(code.remedy)."
    }
}

extension LedgerError {
    /// Every way in which the ledger can fail.
    ///
    /// A code is never reused for another meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file is not an SQLite database.
        case notADatabase = "LEDGER-001"
        /// The file is an SQLite database of another application.
        case otherApplication = "LEDGER-002"
        /// A newer version of the program wrote the ledger.
        case newerVersion = "LEDGER-003"
        /// There is no ledger at the path and none was to be made.
        case missing = "LEDGER-004"
        /// The path cannot be opened as a file.
        case cannotOpen = "LEDGER-005"
        /// The ledger or its folder cannot be written.
        case readOnly = "LEDGER-006"
        /// The disk is full.
        case diskFull = "LEDGER-007"
        /// Another process held the ledger for too long.
        case busy = "LEDGER-008"
        /// The content of the file contradicts itself.
        case damaged = "LEDGER-009"
        /// SQLite failed in a way that has no code of its own here.
        case failed = "LEDGER-010"
        /// The bytes of a page do not have the fingerprint that its source names.
        case snapshotMismatch = "LEDGER-011"
        /// A reading refers to a party or entry that it does not list.
        case danglingReference = "LEDGER-012"
        /// Two parties or entries of a reading share an id.
        case duplicateId = "LEDGER-013"
        /// A quote or range of a reading does not fit the article's text.
        case misquoted = "LEDGER-014"
        /// Something in a reading has no evidence.
        case unproven = "LEDGER-015"
        /// A value of a reading cannot be kept.
        case unsuitedValue = "LEDGER-016"
        /// The source is not in the ledger.
        case unknownSource = "LEDGER-017"
        /// A list of words or aliases cannot be read.
        case wordList = "LEDGER-018"
        /// Nothing in the ledger has this id.
        case unknownId = "LEDGER-019"
        /// A person's word cannot be taken as it stands.
        case unsuitedJudgement = "LEDGER-020"
        /// A line for `entente match` is not what its step takes.
        case unsuitedLine = "LEDGER-021"
        /// An entry typed in by hand lacks a field or has one that cannot be understood.
        case unsuitedEntry = "LEDGER-030"
        /// There is something where a copy is to be written.
        case copyExists = "LEDGER-031"
    }
}

extension LedgerError.Code {
    /// What happened, as the beginning of a sentence without its full stop.
    public var meaning: String {
        switch self {
        case .notADatabase: "This file is not a ledger and not a database at all"
        case .otherApplication: "This database belongs to another application"
        case .newerVersion: "This ledger was written by a newer version of Entente"
        case .missing: "There is no ledger here"
        case .cannotOpen: "The ledger cannot be opened"
        case .readOnly: "The ledger cannot be written"
        case .diskFull: "The disk is full; nothing of this page was added"
        case .busy: "Another program kept the ledger locked for too long"
        case .damaged: "The ledger is damaged"
        case .failed: "The database reported an error"
        case .snapshotMismatch: "The page's bytes do not match the SHA-256 of its source"
        case .danglingReference: "The reading refers to something that it does not list"
        case .duplicateId: "The reading uses one id twice"
        case .misquoted: "The reading cites words that do not stand in the article at that range"
        case .unproven: "The reading states something without evidence"
        case .unsuitedValue: "The reading holds a value that cannot be kept"
        case .unknownSource: "The ledger holds no such source"
        case .wordList: "A list of names or words cannot be read"
        case .unknownId: "Nothing in the ledger has this id"
        case .unsuitedJudgement: "This judgement cannot be kept"
        case .unsuitedLine: "The line is not what this step of matching takes"
        case .unsuitedEntry: "The entry cannot be kept as it was typed"
        case .copyExists: "There is a file already"
        }
    }

    /// What the reader of the message can do, without its full stop.
    public var remedy: String {
        switch self {
        case .notADatabase, .otherApplication: "Name another file; this one was left untouched"
        case .newerVersion: "Update Entente; the ledger was left untouched"
        case .missing: "Check the path, or make a ledger by adding a page to it"
        case .cannotOpen: "Check that the folder exists and that the path names a file"
        case .readOnly: "Make the file and its folder writable, or name a ledger elsewhere"
        case .diskFull: "Free some space and add the page again"
        case .busy: "Wait until the other program has finished and try again"
        case .damaged: "Restore it from a backup, or add its pages to a new ledger"
        case .failed: "Try again; if it happens again, report it with this line"
        case .snapshotMismatch: "Read the page again from the same bytes"
        case .danglingReference, .duplicateId, .misquoted, .unproven, .unsuitedValue:
            "Nothing of this page was added; read it again with this version, and report it if that does not help"
        case .unknownSource: "Add the page first"
        case .wordList: "Mend the file, or leave it out"
        case .unknownId: "Look the id up with entente show"
        case .unsuitedJudgement: "Nothing was changed; say it in another way"
        case .unsuitedLine: "Give it what the step before has written, by the same version of Entente"
        case .unsuitedEntry: "Nothing was added; entente help enter lists the fields"
        case .copyExists: "Name another file, or allow it to be replaced"
        }
    }
}
