// SPDX-License-Identifier: Apache-2.0

/// Why a page cannot be read.
///
/// Every case has a code that never changes.
public struct PageError: Error, Hashable, Sendable {
    /// What is wrong with the page.
    public enum Problem: Hashable, Sendable {
        /// There are no bytes, or only white space.
        case empty
        /// The bytes are a file of another kind, such as `PDF document`.
        case binary(kind: String)
        /// The page has more bytes than are read.
        case tooLarge(bytes: Int, limit: Int)
        /// Mark-up is nested deeper than is followed; the byte where it happens.
        case tooDeep(limit: Int, byte: Int)
        /// One tag has more attributes than are read; the byte where it begins.
        case tooManyAttributes(limit: Int, byte: Int)
        /// The mark-up asks for more nodes than are made; the byte where it happens.
        case tooManyNodes(limit: Int, byte: Int)
        /// The bytes are not text in the encoding named, nor in any other; the first byte that is wrong.
        case undecodable(encoding: String, byte: Int)
        /// The mark-up holds no text of an article.
        case noText
        /// The JSON record is not one of the two forms; what is wrong with it.
        case invalidRecord(reason: String)
        /// A word list of the program is missing or damaged.
        case missingResource(name: String)
    }

    /// What is wrong.
    public let problem: Problem
    /// The URL or path of the page, where known.
    public let location: String?

    /// Says what is wrong with which page.
    public init(_ problem: Problem, location: String? = nil) {
        self.problem = problem
        self.location = location
    }

    /// Every way in which a page can fail.
    ///
    /// A code is never reused for another meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// See `Problem.empty`.
        case empty = "PAGE-001"
        /// See `Problem.binary`.
        case binary = "PAGE-002"
        /// See `Problem.tooLarge`.
        case tooLarge = "PAGE-003"
        /// See `Problem.tooDeep`.
        case tooDeep = "PAGE-004"
        /// See `Problem.undecodable`.
        case undecodable = "PAGE-005"
        /// See `Problem.noText`.
        case noText = "PAGE-006"
        /// See `Problem.invalidRecord`.
        case invalidRecord = "PAGE-007"
        /// See `Problem.missingResource`.
        case missingResource = "PAGE-008"
        /// See `Problem.tooManyAttributes`.
        case tooManyAttributes = "PAGE-009"
        /// See `Problem.tooManyNodes`.
        case tooManyNodes = "PAGE-010"
    }

    /// The stable code of the problem.
    public var code: Code {
        switch problem {
        case .empty: .empty
        case .binary: .binary
        case .tooLarge: .tooLarge
        case .tooDeep: .tooDeep
        case .undecodable: .undecodable
        case .noText: .noText
        case .invalidRecord: .invalidRecord
        case .missingResource: .missingResource
        case .tooManyAttributes: .tooManyAttributes
        case .tooManyNodes: .tooManyNodes
        }
    }
}

extension PageError: CustomStringConvertible {
    /// One line: code, page, what is wrong, what to do.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        return "\(code.rawValue) \(place)\(what); \(advice)"
    }

    private var what: String {
        switch problem {
        case .empty: "the page is empty"
        case .binary(let kind): "this is a \(kind), not a web page or plain text"
        case .tooLarge(let bytes, let limit): "the page has \(bytes) bytes, more than the \(limit) that are read"
        case .tooDeep(let limit, let byte): "mark-up is nested deeper than \(limit) levels at byte \(byte)"
        case .tooManyAttributes(let limit, let byte): "the tag at byte \(byte) has more than \(limit) attributes"
        case .tooManyNodes(let limit, let byte): "the mark-up asks for more than \(limit) nodes at byte \(byte)"
        case .undecodable(let encoding, let byte): "byte \(byte) is not valid \(encoding), nor is it any other text"
        case .noText: "the page holds no text of an article"
        case .invalidRecord(let reason): "the record cannot be read: \(reason)"
        case .missingResource(let name): "the word list \(name) is missing or damaged"
        }
    }

    private var advice: String {
        switch problem {
        case .empty: "check that it was saved completely"
        case .binary: "convert it to text or HTML first"
        case .tooLarge: "save the article alone and read that"
        case .tooDeep, .tooManyAttributes, .tooManyNodes: "save the article's text and read that"
        case .undecodable: "convert it to UTF-8 first, for example with iconv"
        case .noText: "check that it is an article and not an index or a page made by a script"
        case .invalidRecord: "give an object with id and either title and text or html"
        case .missingResource: "install the program again together with its resource folders"
        }
    }
}
