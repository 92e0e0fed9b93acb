// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// Why the Desk does not do what it was asked: what happened, to what, and what to do.
package struct DeskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; its raw value never changes.
    package let code: Code
    /// The page, field or file concerned; may be empty.
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
        return "\(code.rawValue) \(subject.isEmpty ? "" : "\(subject): ")\(met). \(code.remedy)."
    }

    /// Every way in which the Desk can refuse or fail.
    ///
    /// A code is never reused for another meaning.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// There is no such page, entry or party.
        case notFound = "DESK-001"
        /// A field of a form or of the address is missing or cannot be understood.
        case badField = "DESK-002"
        /// The user may not do this.
        case forbidden = "DESK-003"
        /// The form does not come from a page of this Desk, or the page is too old.
        case strangeForm = "DESK-004"
        /// The form or file is larger than is allowed.
        case tooLarge = "DESK-005"
        /// A template, catalog of words or other file of the program is missing or damaged.
        case resource = "DESK-006"
        /// The address and port cannot be used.
        case cannotListen = "DESK-007"
        /// The language model or table of places that is needed is not there.
        case unready = "DESK-008"
        /// The certificate or its key cannot be used.
        case certificate = "DESK-009"

        /// What happened, as the beginning of a sentence without its full stop.
        package var meaning: String {
            switch self {
            case .notFound: "There is nothing here"
            case .badField: "A field is missing or cannot be understood"
            case .forbidden: "Your account may not do this"
            case .strangeForm: "The form was not sent from a page of this Desk, or the page is too old"
            case .tooLarge: "This is larger than is allowed"
            case .resource: "A file that belongs to the program cannot be read"
            case .cannotListen: "The address cannot be listened on"
            case .unready: "The language model or the table of places is missing"
            case .certificate: "The certificate or its key cannot be used"
            }
        }

        /// What the reader of the message can do, without its full stop.
        package var remedy: String {
            switch self {
            case .notFound: "Search for it, or go back"
            case .badField: "Go back, correct the field and send the form again"
            case .forbidden: "Ask an administrator for the role that it needs"
            case .strangeForm: "Load the page again and send the form from there"
            case .tooLarge: "Send it in parts, or add it with entente add"
            case .resource: "Install the program again with the folders beside it"
            case .cannotListen: "Choose another by --host and --port, or end the program that has it"
            case .unready: "Run make model and make gazetteer, or name the model by --model"
            case .certificate: "Name files in PEM that belong together by --certificate and --key"
            }
        }

        /// The status of the answer.
        package var status: HTTPResponse.Status {
            switch self {
            case .notFound: .notFound
            case .badField: .badRequest
            case .forbidden, .strangeForm: .forbidden
            case .tooLarge: .contentTooLarge
            case .resource, .cannotListen, .certificate: .internalServerError
            case .unready: .serviceUnavailable
            }
        }
    }
}
