// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer

/// The reader's word lists and frames, as they stand in its resources.
struct ReadingLexicons: Sendable {
    let words: FunctionWords
    let names: NameKnowledge.Lists
    let referents: ReferentLexicon
    let speech: SpeechLexicon
    let frames: FrameLibrary
    let governors: GovernorLexicon
    let times: TimeGrammar
    let days: DayLexicon
    let quantities: QuantityGrammar
    let figures: FigureLexicon
    let agreements: AgreementLexicon
    let commitments: CommitmentLexicon
    let institutions: InstitutionLexicon
    let programmes: ProgrammeLexicon
    let relations: RelationLexicon
    let events: EventLexicon

    /// Loads the lists that belong to this target, with the frames as the files of the folder `frames` change them.
    static func standard(frames own: URL? = nil) throws(ReadingError) -> ReadingLexicons {
        let frames = try FrameFolder(standard: resources.appendingPathComponent("frames"), own: own)
        return ReadingLexicons(
            words: try decode("function-words.json"), names: try decode("names.json"),
            referents: try decode("referents.json"), speech: try decode("speech.json"),
            frames: FrameLibrary(try frames.decode("engagements.yaml")),
            governors: try frames.decode("governors.yaml"), times: try grammar("times-en.json") { try TimeGrammar() },
            days: try decode("days.json"),
            quantities: try grammar("quantities-en.json") { try QuantityGrammar() },
            figures: try decode("figures.json"),
            agreements: try frames.decode("agreements.yaml"), commitments: try frames.decode("commitments.yaml"),
            institutions: try frames.decode("institutions.yaml"), programmes: try frames.decode("programmes.yaml"),
            relations: try frames.decode("relations.yaml"),
            events: try frames.decode("events.yaml"))
    }

    private static func grammar<Grammar>(_ name: String, _ load: () throws -> Grammar) throws(ReadingError) -> Grammar {
        do { return try load() } catch { throw .resource(name: name, reason: "\(error)") }
    }

    /// Decodes a word list of this target.
    static func decode<Content: Decodable>(_ name: String) throws(ReadingError) -> Content {
        do {
            let data = try Data(contentsOf: resources.appendingPathComponent(name))
            return try JSONDecoder().decode(Content.self, from: data)
        } catch {
            throw .resource(name: name, reason: "\(error)")
        }
    }

    private static var resources: URL { Bundle.module.bundleURL.appendingPathComponent("Resources") }
}

/// Why the reader cannot work.
public enum ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A word list or frame file that belongs to the program cannot be used.
    case resource(name: String, reason: String)
    /// A frame file of the analyst's cannot be used; lines are counted from 1.
    case frames(file: String, line: Int?, reason: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .resource(let name, let reason): "READING-001 \(name) cannot be used: \(reason); install the program again"
        case .frames(let file, let line, let reason):
            "READING-002 \(file)\(line.map { ":\($0)" } ?? ""): \(reason); mend the frame file, or leave --frames out"
        }
    }
}
