// SPDX-License-Identifier: Apache-2.0

import Asking
import Briefing
import Foundation

/// What the Desk has done by parts of the program that need the language model or the network.
package struct DeskTools: Sendable {
    /// Something that somebody hands in.
    package enum Input: Hashable, Sendable {
        /// A page on the web.
        case address(String)
        /// A file: a page, a document, lines of records or a web archive.
        case file(name: String, bytes: [UInt8])

        /// A page at an address that was typed; throws where it is none on the web.
        static func page(at text: String) throws(DeskError) -> Input {
            guard let address = SafeLink.web(text) else {
                throw DeskError(.badField, "addresses", detail: String(text.prefix(200)))
            }
            return .address(address)
        }

        /// A file that was sent, called by the last part of the name that its sender gives it.
        static func sent(_ name: String, _ bytes: [UInt8]) -> Input {
            let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
            let visible = last.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 32 }
            let clean = String(String.UnicodeScalarView(visible.prefix(200))).trimmingCharacters(in: .whitespaces)
            return .file(name: clean.isEmpty ? "file" : clean, bytes: bytes)
        }

        /// A text that was pasted, called after who did so and when.
        static func text(_ text: String, by name: String, at time: String) -> Input {
            .file(name: "\(name) \(time).txt", bytes: Array(text.utf8))
        }
    }

    /// Why a page failed, or why nothing was read in it.
    package enum Reason: Hashable, Sendable {
        /// A fault with its stable code, where it has one, and what it says in English.
        case fault(code: String?, text: String)
        /// The page is in this language (BCP 47), which is not read so far.
        case otherLanguage(String)

        /// The reason of `error`.
        package init(_ error: any Error, code: String? = nil) {
            self = .fault(code: code ?? Failure(error).code, text: "\(error)")
        }

        /// The reason in the language of a page.
        func text(in words: Words) -> String {
            switch self {
            case .fault(let code, let text):
                if words.language == .english { return text }
                return code.flatMap { words.failure($0) } ?? text
            case .otherLanguage(let tag):
                let names = Locale(identifier: words.language.rawValue)
                return words.text("job.other_language", ["language": names.localizedString(forIdentifier: tag) ?? tag])
            }
        }
    }

    /// What came of one page.
    package struct Outcome: Hashable, Sendable {
        /// How messages call it.
        package let name: String
        /// What the article is called, where it was read.
        package let title: String?
        /// `added` or `unchanged`; `nil` where it failed.
        package let state: String?
        /// The id of its source, where it is in the ledger.
        package let source: String?
        /// Why it failed, or why nothing was read.
        package let reason: Reason?

        /// Describes what came of a page.
        package init(
            name: String, title: String? = nil, state: String?, source: String? = nil, reason: Reason? = nil
        ) {
            self.name = name
            self.title = title
            self.state = state
            self.source = source
            self.reason = reason
        }
    }

    /// Answers a question; throws where the language model is missing.
    package var ask: @Sendable (_ question: String) throws -> Answer
    /// Reads what was handed in into the ledger and tells of each page.
    package var add: @Sendable (_ input: Input, _ tell: (Outcome) -> Void) throws -> Void

    /// Names the parts that do it.
    package init(
        ask: @escaping @Sendable (_ question: String) throws -> Answer,
        add: @escaping @Sendable (_ input: Input, _ tell: (Outcome) -> Void) throws -> Void
    ) {
        self.ask = ask
        self.add = add
    }

    /// Without the language model: every question and page is refused by `DESK-008`.
    package static let none = DeskTools(
        ask: { _ in throw DeskError(.unready, "") }, add: { _, _ in throw DeskError(.unready, "") })
}
