// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Reading
import TestNumbers
import Testing

/// All people are invented.
@Suite("Frames: an analyst's files change what words signal an entry")
struct FrameFolderTests {
    @Test("words that a file adds signal an entry, and the program's own go on doing so")
    func adds() throws {
        let text = "Turku Mayor Elina Saarela swung by Nairobi on 3 May 2021. She visited Mombasa on 5 May 2021."
        let changed = try Reader.reading(
            of: Reader.article(text),
            frames: [
                "engagements.yaml":
                    "- frame: visit\n  verbs+: [swing]\n  slots+:\n    - {role: place, verb: [by], accepts: [city]}\n"
            ])
        #expect(try Reader.read(text).entries.filter { $0.kind == .engagement }.count == 1)
        #expect(changed.entries.filter { $0.kind == .engagement }.count == 2)
    }

    @Test("a list that a file gives without + takes the place of the program's")
    func replaces() throws {
        let text = "Turku and Nairobi signed a memorandum of understanding on 3 May 2021."
        let changed = try Reader.reading(
            of: Reader.article(text), frames: ["agreements.yaml": "instruments: [{type: treaty, words: [accord]}]\n"])
        #expect(try Reader.read(text).entries.filter { $0.kind == .agreement }.count == 1)
        #expect(changed.entries.filter { $0.kind == .agreement }.isEmpty)
    }

    @Test("an empty file changes nothing")
    func emptyFile() throws {
        let text = "Turku and Nairobi signed a memorandum of understanding on 3 May 2021."
        let changed = try Reader.reading(of: Reader.article(text), frames: ["agreements.yaml": "# nothing yet\n"])
        #expect(try changed == Reader.read(text))
    }

    @Test(
        "a bad file is refused with its line and the reason",
        arguments: [
            ("engagements.yaml", "- frame: visit\n  vebs: [x]\n", 2, "unknown key `vebs`"),
            (
                "engagements.yaml", "- frame: a\n  kind: engagement\n  type: regatta\n  slots: []\n", 3,
                "`type` cannot be regatta"
            ),
            ("engagements.yaml", "- frame: a\n  kind: engagement\n  slots: []\n", 1, "`type` is missing"),
            ("engagements.yaml", "- frame: escort\n  joins: [outing]\n", 2, "`joins` cannot be outing"),
            (
                "engagements.yaml",
                "- frame: visit\n  slots:\n    - {role: guest, verb: [subject], accepts: [person]}\n",
                3, "guest is none of host"
            ),
            ("engagements.yaml", "- verbs: [x]\n", 1, "a frame with its name"),
            ("engagements.yaml", "visit: {}\n", 1, "unknown key `visit`"),
            ("agreements.yaml", "signing: sign\n", 1, "a list is expected here"),
            ("agreements.yaml", "signing: [sign\nending: [x]\n", 2, "did not find expected"),
            ("agreements.yaml", "signing: [a]\nsigning: [b]\n", 1, "`signing` is given twice"),
            ("commitments.yaml", "will:\n  - x\n", 2, "a mapping of keys is expected here"),
            ("commitments.yaml", "will+: {}\n", 1, "`will+` can only add to a list"),
            (
                "commitments.yaml", "signals+:\n  - {word: swear, pos: verb, force: oath, takes: [infinitive]}\n", 2,
                "`force` cannot be oath"
            ),
        ])
    func refuses(name: String, content: String, line: Int, reason: String) throws {
        let folder = try FrameFiles([name: content])
        let error = #expect(throws: ReadingError.self) { try folder.open() }
        guard case .frames(let file, let found, let words) = error else {
            Issue.record("refused as \(String(describing: error))")
            return
        }
        #expect(file.hasSuffix("/" + name))
        #expect(found == line, "\(words)")
        #expect(words.contains(reason), "\(words)")
    }

    @Test("a file whose name no frame file has is refused, and so is a folder that is not there")
    func refusesNames() throws {
        let folder = try FrameFiles(["treaties.yaml": ""])
        let unknown = #expect(throws: ReadingError.self) { try folder.open() }
        #expect(unknown?.description.contains("there are agreements.yaml, commitments.yaml, engagements.yaml") == true)
        let missing = #expect(throws: ReadingError.self) {
            try ArticleReader(gazetteer: Gazetteer.standard(), frames: folder.url.appendingPathComponent("none")) { _ in
                []
            }
        }
        #expect(missing?.description.contains("READING-002") == true)
    }

    @Test("bytes that are not UTF-8 and any garbage are refused, never a crash", arguments: 0..<40)
    func survivesGarbage(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let marks = Array("-: {}[]&*!|>'\"%@`#,?\n\t abcé".unicodeScalars)
        let text = String(
            String.UnicodeScalarView((0..<200).map { _ in marks[Int.random(in: 0..<marks.count, using: &random)] }))
        let folder = try FrameFiles(["engagements.yaml": text])
        do { try folder.open() } catch is ReadingError {}
    }
}

/// A folder of frame files that goes when the test ends.
final class FrameFiles {
    /// Where it is.
    let url: URL

    /// Writes the files, by name.
    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("frames-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, content) in files {
            try Data(content.utf8).write(to: url.appendingPathComponent(name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Makes a reader with the files; no text can be read with it.
    func open() throws {
        _ = try ArticleReader(gazetteer: Gazetteer.standard(), frames: url) { _ in [] }
    }
}
