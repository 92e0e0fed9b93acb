// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Yams

/// The reader's word lists and frames, as they stand in its resources.
struct ReadingLexicons: Sendable {
    let names: NameKnowledge.Lists
    let referents: ReferentLexicon
    let speech: SpeechLexicon
    let frames: FrameLibrary
    let governors: GovernorLexicon
    let times: TimeGrammar
    let quantities: QuantityGrammar
    let figures: FigureLexicon
    let agreements: AgreementLexicon
    let commitments: CommitmentLexicon
    let institutions: InstitutionLexicon
    let programmes: ProgrammeLexicon
    let events: EventLexicon

    /// Loads the lists that belong to this target.
    static func standard() throws(ReadingError) -> ReadingLexicons {
        ReadingLexicons(
            names: try decode("names.json"), referents: try decode("referents.json"), speech: try decode("speech.json"),
            frames: FrameLibrary(frames: try decode("frames/engagements.yaml")),
            governors: try decode("frames/governors.yaml"), times: try grammar("times-en.json") { try TimeGrammar() },
            quantities: try grammar("quantities-en.json") { try QuantityGrammar() },
            figures: try decode("figures.json"),
            agreements: try decode("frames/agreements.yaml"), commitments: try decode("frames/commitments.yaml"),
            institutions: try decode("frames/institutions.yaml"), programmes: try decode("frames/programmes.yaml"),
            events: try decode("frames/events.yaml"))
    }

    private static func grammar<Grammar>(_ name: String, _ load: () throws -> Grammar) throws(ReadingError) -> Grammar {
        do { return try load() } catch { throw .resource(name: name, reason: "\(error)") }
    }

    private static func decode<Content: Decodable>(_ name: String) throws(ReadingError) -> Content {
        let file = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
        do {
            let data = try Data(contentsOf: file)
            return name.hasSuffix(".yaml")
                ? try YAMLDecoder().decode(Content.self, from: data)
                : try JSONDecoder().decode(Content.self, from: data)
        } catch {
            throw .resource(name: name, reason: "\(error)")
        }
    }
}

/// Why the reader cannot work.
public enum ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A word list or frame file that belongs to the program cannot be used.
    case resource(name: String, reason: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .resource(let name, let reason): "READING-001 \(name) cannot be used: \(reason); install the program again"
        }
    }
}
