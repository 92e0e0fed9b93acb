// SPDX-License-Identifier: Apache-2.0

/// Why something could not be gathered: what happened, where, and what to do.
///
/// Every case has a code that never changes. No message holds the credentials of a URL.
public struct GatheringError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Problem: Hashable, Sendable {
        /// The text is no URL that can be fetched; what is wrong with it.
        case invalidAddress(reason: String)
        /// The URL has a scheme other than `http` and `https`.
        case unsupportedScheme(String)
        /// The host's address is none of the public internet.
        case privateAddress(String)
        /// The host's name is not known.
        case unknownHost(String)
        /// No connection came about, or it broke; the words of the network library.
        case connection(reason: String)
        /// The answer was not complete in time.
        case timeout(seconds: Int)
        /// The answer or part of a file has more bytes than are taken.
        case tooLarge(limit: Int)
        /// A little compressed data unpacks to very much.
        case compressionBomb(limit: Int)
        /// More redirects than are followed.
        case redirects(limit: Int)
        /// The server answered with another status than 200; when it wants to be asked again, in its own words.
        case status(Int, retryAfter: String?)
        /// The site's robots.txt does not allow the page to be fetched by programs.
        case disallowed(robots: String)
        /// The site's robots.txt could not be fetched, which forbids everything (RFC 9309, section 2.3.1.4).
        case robotsUnreachable(reason: String)
        /// The answer breaks the rules of HTTP or is cut short; the words of the network library.
        case brokenAnswer(reason: String)
        /// The server could not prove who it is.
        case untrusted(reason: String)
        /// The program was told to stop.
        case stopped
        /// What was fetched is no feed, sitemap or list of feeds.
        case notAFeed
        /// A feed is damaged from a line on; what stands before it was read.
        case damagedFeed(line: Int, reason: String)
        /// A record of an archive is damaged; the byte of the file where it begins.
        case damagedRecord(offset: Int, reason: String)
        /// A program that converts documents is not installed; the package that has it.
        case missingTool(name: String, package: String)
        /// A program that converts documents failed; its last words.
        case failedTool(name: String, reason: String)
        /// A file cannot be read; the system's words.
        case unreadable(reason: String)
        /// A file of the program is missing or damaged.
        case missingResource(name: String)
    }

    /// What went wrong.
    public let problem: Problem
    /// The URL or path concerned, without credentials.
    public let location: String?

    /// Says what went wrong where.
    public init(_ problem: Problem, location: String? = nil) {
        self.problem = problem
        self.location = location
    }

    /// Whether the same may succeed later without anybody doing anything.
    public var isTemporary: Bool {
        switch problem {
        case .unknownHost, .connection, .timeout, .robotsUnreachable, .brokenAnswer, .stopped, .missingTool: true
        case .status(let status, _): status == 408 || status == 425 || status == 429 || status >= 500
        default: false
        }
    }
}

extension GatheringError {
    /// Every way in which gathering can fail.
    ///
    /// A code is never reused for another meaning.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// See `Problem.invalidAddress`.
        case invalidAddress = "GATHER-001"
        /// See `Problem.unsupportedScheme`.
        case unsupportedScheme = "GATHER-002"
        /// See `Problem.privateAddress`.
        case privateAddress = "GATHER-003"
        /// See `Problem.unknownHost`.
        case unknownHost = "GATHER-004"
        /// See `Problem.connection`.
        case connection = "GATHER-005"
        /// See `Problem.timeout`.
        case timeout = "GATHER-006"
        /// See `Problem.tooLarge`.
        case tooLarge = "GATHER-007"
        /// See `Problem.compressionBomb`.
        case compressionBomb = "GATHER-008"
        /// See `Problem.redirects`.
        case redirects = "GATHER-009"
        /// See `Problem.status`.
        case status = "GATHER-010"
        /// See `Problem.disallowed`.
        case disallowed = "GATHER-011"
        /// See `Problem.robotsUnreachable`.
        case robotsUnreachable = "GATHER-012"
        /// See `Problem.brokenAnswer`.
        case brokenAnswer = "GATHER-013"
        /// See `Problem.untrusted`.
        case untrusted = "GATHER-014"
        /// See `Problem.stopped`.
        case stopped = "GATHER-015"
        /// See `Problem.notAFeed`.
        case notAFeed = "GATHER-016"
        /// See `Problem.damagedFeed`.
        case damagedFeed = "GATHER-017"
        /// See `Problem.damagedRecord`.
        case damagedRecord = "GATHER-018"
        /// See `Problem.missingTool`.
        case missingTool = "GATHER-019"
        /// See `Problem.failedTool`.
        case failedTool = "GATHER-020"
        /// See `Problem.unreadable`.
        case unreadable = "GATHER-021"
        /// See `Problem.missingResource`.
        case missingResource = "GATHER-022"
    }

    /// The stable code of the problem.
    public var code: Code {
        switch problem {
        case .invalidAddress: .invalidAddress
        case .unsupportedScheme: .unsupportedScheme
        case .privateAddress: .privateAddress
        case .unknownHost: .unknownHost
        case .connection: .connection
        case .timeout: .timeout
        case .tooLarge: .tooLarge
        case .compressionBomb: .compressionBomb
        case .redirects: .redirects
        case .status: .status
        case .disallowed: .disallowed
        case .robotsUnreachable: .robotsUnreachable
        case .brokenAnswer: .brokenAnswer
        case .untrusted: .untrusted
        case .stopped: .stopped
        case .notAFeed: .notAFeed
        case .damagedFeed: .damagedFeed
        case .damagedRecord: .damagedRecord
        case .missingTool: .missingTool
        case .failedTool: .failedTool
        case .unreadable: .unreadable
        case .missingResource: .missingResource
        }
    }
}
