// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// Why an account could not be made or changed, or the desk not opened: what happened, to what, and what to do.
package struct AccessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; its raw value never changes.
    package let code: Code
    /// The account, file or address concerned.
    package let subject: String
    /// What exactly was met; may be empty.
    package let detail: String

    /// Describes a failure; line breaks and other control characters become spaces.
    package init(_ code: Code, _ subject: String, detail: String = "") {
        self.code = code
        self.subject = Self.oneLine(subject)
        self.detail = Self.oneLine(detail)
    }

    private static func oneLine(_ text: String) -> String {
        text.split { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }.joined(separator: " ")
    }

    /// One line: code, subject, what happened, what to do.
    package var description: String {
        let met = detail.isEmpty ? code.meaning : "\(code.meaning): \(detail)"
        return "\(code.rawValue) \(subject): \(met). \(code.remedy)."
    }

    /// Every way in which access can fail.
    ///
    /// A code is never reused for another meaning.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The desk is to be reached from elsewhere, and nobody has an account.
        case noAccounts = "ACCESS-001"
        /// The desk is to be reached from elsewhere without encryption.
        case noEncryption = "ACCESS-002"
        /// The file of accounts cannot be opened.
        case cannotOpen = "ACCESS-003"
        /// The file is no file of accounts.
        case otherFile = "ACCESS-004"
        /// A newer version of the program wrote the file.
        case newerVersion = "ACCESS-005"
        /// There is an account of this name.
        case nameTaken = "ACCESS-006"
        /// The name cannot be that of an account.
        case unsuitedName = "ACCESS-007"
        /// The password is too short or too long.
        case unsuitedPassword = "ACCESS-008"
        /// There is no account or token of this name.
        case unknown = "ACCESS-009"
        /// Nobody could look after accounts any more.
        case lastAdmin = "ACCESS-010"
        /// There is not enough memory to hash a password.
        case noMemory = "ACCESS-011"

        /// The status of the Desk's answer.
        var status: HTTPResponse.Status {
            switch self {
            case .nameTaken, .lastAdmin: .conflict
            case .unsuitedName, .unsuitedPassword: .badRequest
            case .unknown: .notFound
            case .noMemory: .serviceUnavailable
            default: .internalServerError
            }
        }

        /// What happened, as the beginning of a sentence without its full stop.
        package var meaning: String {
            switch self {
            case .noAccounts: "Everybody who can reach this address would be let in, since there is no account"
            case .noEncryption: "Passwords would go over the network in the clear"
            case .cannotOpen: "The file of accounts cannot be opened or written"
            case .otherFile: "This file is not one of accounts"
            case .newerVersion: "The file of accounts was written by a newer version of the program"
            case .nameTaken: "There is an account of this name already"
            case .unsuitedName: "This cannot be the name of an account"
            case .unsuitedPassword: "This cannot be a password"
            case .unknown: "There is none of this name"
            case .lastAdmin: "This is the last account that may look after accounts"
            case .noMemory: "There is not enough memory for the password's hash"
            }
        }

        /// What the reader of the message can do, without its full stop.
        package var remedy: String {
            switch self {
            case .noAccounts: "Make one with entente accounts add NAME --role admin, or serve on 127.0.0.1"
            case .noEncryption:
                "Name a certificate by --certificate and --key, put a proxy with TLS before it and say --behind-proxy, or serve on 127.0.0.1"
            case .cannotOpen: "Look at the permissions of the file and of its folder, which is the ledger's"
            case .otherFile: "Move it away; the file of accounts is named after the ledger"
            case .newerVersion: "Install the newer version again"
            case .nameTaken: "Choose another name, or change the account with entente accounts role or password"
            case .unsuitedName: "Take 1 to 64 letters, digits, spaces and signs, without a line break"
            case .unsuitedPassword: "Take 10 to 1000 characters"
            case .unknown: "Look the names up with entente accounts list"
            case .lastAdmin: "Make another admin first"
            case .noMemory: "Free 64 MB and try again"
            }
        }
    }
}
