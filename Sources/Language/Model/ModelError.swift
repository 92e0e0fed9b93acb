// SPDX-License-Identifier: Apache-2.0

/// Why a language model cannot be used; the description is one line that says what, where and what to do.
public enum ModelError: Error, Equatable, Sendable {
    /// There is no folder at the path.
    case missingFolder(path: String)
    /// The folder lacks a file that the pipeline needs.
    case missingFile(path: String)
    /// A file is there but cannot be read.
    case unreadable(path: String, reason: String)
    /// A file is shorter than the published one, as after a broken download.
    case truncated(path: String, expectedBytes: Int, foundBytes: Int)
    /// A file's content is not the published one's.
    case wrongHash(path: String)
    /// The model asks for something that this runtime does not do.
    case unsupported(path: String, setting: String, value: String)
    /// A file does not follow its format.
    case malformed(path: String, reason: String)
    /// A data file that belongs to the program itself is missing or damaged.
    case brokenInstallation(resource: String)
}

extension ModelError {
    /// Every way in which a model can fail.
    ///
    /// A code is never reused for another meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// See `ModelError.missingFolder`.
        case missingFolder = "MODEL-001"
        /// See `ModelError.missingFile`.
        case missingFile = "MODEL-002"
        /// See `ModelError.unreadable`.
        case unreadable = "MODEL-003"
        /// See `ModelError.truncated`.
        case truncated = "MODEL-004"
        /// See `ModelError.wrongHash`.
        case wrongHash = "MODEL-005"
        /// See `ModelError.unsupported`.
        case unsupported = "MODEL-006"
        /// See `ModelError.malformed`.
        case malformed = "MODEL-007"
        /// See `ModelError.brokenInstallation`.
        case brokenInstallation = "MODEL-008"
    }

    /// The stable code of the failure.
    public var code: Code {
        switch self {
        case .missingFolder: .missingFolder
        case .missingFile: .missingFile
        case .unreadable: .unreadable
        case .truncated: .truncated
        case .wrongHash: .wrongHash
        case .unsupported: .unsupported
        case .malformed: .malformed
        case .brokenInstallation: .brokenInstallation
        }
    }
}

extension ModelError: CustomStringConvertible {
    private static let remedy = "run `make model`, or set ENTENTE_MODEL to the folder of a published model"

    /// One line: code, what is wrong, where, what to do.
    public var description: String { "\(code.rawValue) \(sentence)" }

    private var sentence: String {
        switch self {
        case .missingFolder(let path): "no language model at \(path): \(Self.remedy)"
        case .missingFile(let path): "the language model lacks \(path): \(Self.remedy)"
        case .unreadable(let path, let reason):
            "cannot read \(path) of the language model (\(reason)): make it readable"
        case .truncated(let path, let expected, let found):
            "\(path) of the language model is truncated (\(found) of \(expected) bytes): \(Self.remedy)"
        case .wrongHash(let path):
            "\(path) of the language model is not the published file (its SHA-256 differs): \(Self.remedy)"
        case .unsupported(let path, let setting, let value):
            "\(path) of the language model sets \(setting) to \(value), which is not supported: \(Self.remedy)"
        case .malformed(let path, let reason): "\(path) of the language model is malformed (\(reason)): \(Self.remedy)"
        case .brokenInstallation(let resource):
            "the program's own data file \(resource) is missing or damaged: install the program again"
        }
    }
}
