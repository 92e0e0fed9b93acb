// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Foundation
import Ledger

/// `entente match`: one step of bringing together the items of many pages, for clusters.
struct MatchVerb: ParsableCommand {
    /// What is done with each line.
    enum Step: String, ExpressibleByArgument, CaseIterable {
        case items, pairs, records
    }

    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Bring together the parties and entries of many pages, one step at a time, for clusters.",
        discussion: """
            Says what belongs together as a ledger would, without one: what shuffles the lines between the steps, such \
            as the job in Spark/, holds the pages together. Each line of the input is answered with one line. A party or \
            entry of a page is an item; items that nothing tells apart share a node.

              items    {"key", "reading", "records": {short id: {"record", "kind"}}} gives {"items": [{"id", "node", \
            "keys", "kind", "name", "profile"}]}: what may be one shares a key
              pairs    {"nodes": [{"node", "profile"}]}, the nodes under one key, gives {"pairs": [{"left", "right", \
            "score", "reasons"}]}
              records  {"ties": [{"left", "right", "score"}], "apart": [[node, node]]}, what pairs tie together and what \
            stands on one page, gives {"records": [[node]]}

            First the bodies are brought together, then persons, for whom "records" names the bodies whose offices \
            they hold, then entries, for which it names all parties. A line that is not what the step takes is answered \
            with {"schema": "entente.failure/1", "line", "error"}.

            EXAMPLES
              entente match items --of bodies < pages.ndjson
              entente match pairs --of bodies --jobs 4 < blocks.ndjson
            """)

    @Argument(help: "The step: items, pairs or records.")
    var step: Step

    @Option(name: .customLong("of"), help: "What is brought together: bodies, persons or entries.")
    var round: MatchRound

    @Option(help: "How many lines are worked on at once.")
    var jobs: Int = 1

    @OptionGroup var identity: IdentityOptions

    func validate() throws {
        guard (1...1024).contains(jobs) else { throw ValidationError("--jobs must be between 1 and 1024.") }
    }

    func run() throws {
        let thresholds = identity.thresholds
        switch step {
        case .items:
            let items = MatchItems(of: round, knowledge: try knowledge(), thresholds: thresholds)
            try answer { Items(items: try items.items(of: $0)) }
        case .pairs:
            let pairs = MatchPairs(knowledge: try knowledge(), thresholds: thresholds)
            try answer { Pairs(pairs: try pairs.pairs(in: $0)) }
        case .records:
            let records = MatchRecords(of: round, thresholds: thresholds)
            try answer { Records(records: records.records(of: $0)) }
        }
    }

    /// The word lists, which the cutting of records does without.
    private func knowledge() throws -> IdentityKnowledge { try IdentityKnowledge(aliases: identity.files) }

    private struct Items: Encodable { let items: [MatchItem] }
    private struct Pairs: Encodable { let pairs: [MatchPair] }
    private struct Records: Encodable { let records: [[String]] }

    /// The largest component may name millions of nodes.
    private static let longestLine = 1 << 30

    private func answer<Input: Decodable & SendableMetatype, Output: Encodable & SendableMetatype>(
        _ answer: @escaping @Sendable (Input) throws -> Output
    ) throws {
        try AnsweredLines(jobs: jobs, longestLine: Self.longestLine).run { line in
            do {
                let input = try JSONDecoder().decode(Input.self, from: Data(line.bytes ?? []))
                return try JSONText.line(try answer(input))
            } catch let error as DecodingError {
                let failure = LedgerError(.unsuitedLine, path: "line \(line.number)", detail: error.reason)
                return try JSONText.line(
                    LineFailure(
                        id: nil, line: line.number, code: failure.code.rawValue, message: failure.description))
            }
        }
    }
}

extension MatchRound: ExpressibleByArgument {}

extension DecodingError {
    /// What was met, in a few words.
    fileprivate var reason: String {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context.debugDescription
        @unknown default: "\(self)"
        }
    }
}
