// SPDX-License-Identifier: Apache-2.0

import Foundation
import Language
import TestNumbers
import Testing

@Suite("Opening a model's folder")
struct ModelFolderTests {
    /// A copy of the small model that can be damaged; it goes with the test.
    private final class Copy {
        let url: URL

        init() throws {
            let original = try PublishedModel.small.folder()
            url = FileManager.default.temporaryDirectory.appending(path: "entente-test-\(UUID().uuidString)")
            let paths = try PinnedModel.published(.small).files.map(\.path) + ["parser/cfg", "ner/cfg"]
            for path in paths {
                let target = url.appending(path: path)
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try FileManager.default.copyItem(
                    at: original.appending(path: path).resolvingSymlinksInPath(), to: target)
            }
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func content(_ path: String) throws -> Data { try Data(contentsOf: url.appending(path: path)) }
        func replace(_ path: String, _ content: Data) throws { try content.write(to: url.appending(path: path)) }
        func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }
    }

    /// The error that loading the folder gives.
    private func loadingError(_ url: URL, verification: ModelFolder.Verification = .pinned) -> ModelError? {
        do {
            _ = try Pipeline(model: url, verification: verification)
            return nil
        } catch {
            return error
        }
    }

    @Test("an undamaged folder is recognized and passes the check")
    func undamaged() throws {
        let copy = try Copy()
        let folder = try ModelFolder(copy.url)
        #expect(folder.pinned?.size == .small)
        try folder.check()
        #expect(loadingError(copy.url) == nil)
        #expect(loadingError(copy.url, verification: .none) == nil)
    }

    @Test("a missing folder is named, with what to do")
    func missingFolder() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "entente-no-such-folder")
        let error = try #require(loadingError(url))
        #expect(error == .missingFolder(path: url.path))
        #expect(error.description.contains("make model"))
        #expect(error.description.contains("ENTENTE_MODEL"))
        #expect(!error.description.contains("\n"))
    }

    @Test(
        "a missing file is named",
        arguments: ["tokenizer", "tok2vec/model", "parser/cfg", "lemmatizer/lookups/lookups.bin"])
    func missingFile(path: String) throws {
        let copy = try Copy()
        try copy.remove(path)
        #expect(loadingError(copy.url) == .missingFile(path: path))
    }

    @Test("a truncated file is named, with both lengths", arguments: ["tokenizer", "ner/model", "parser/moves"])
    func truncated(path: String) throws {
        let copy = try Copy()
        let whole = try copy.content(path)
        try copy.replace(path, whole.prefix(whole.count / 2))
        let expected = ModelError.truncated(path: path, expectedBytes: whole.count, foundBytes: whole.count / 2)
        #expect(loadingError(copy.url) == expected)
        #expect(throws: expected) { try ModelFolder(copy.url).check() }
        // Unchecked, the damage is found when the file is taken apart.
        #expect(loadingError(copy.url, verification: .none) != nil)
    }

    @Test("one changed bit is found", arguments: ["tokenizer", "tagger/model", "attribute_ruler/patterns"])
    func changed(path: String) throws {
        let copy = try Copy()
        var content = try copy.content(path)
        content[content.count / 2] ^= 1
        try copy.replace(path, content)
        #expect(loadingError(copy.url) == .wrongHash(path: path))
    }

    @Test(
        "settings that the runtime does not follow are refused",
        arguments: [
            ("parser/cfg", "beam_width", #"{"beam_width": 4, "learn_tokens": false}"#, "4"),
            ("ner/cfg", "learn_tokens", #"{"beam_width": 1, "learn_tokens": true}"#, "true"),
        ])
    func unsupported(path: String, setting: String, json: String, value: String) throws {
        let copy = try Copy()
        try copy.replace(path, Data(json.utf8))
        #expect(loadingError(copy.url) == .unsupported(path: path, setting: setting, value: value))
    }

    @Test("settings that are no JSON are malformed")
    func malformedSettings() throws {
        let copy = try Copy()
        try copy.replace("parser/cfg", Data("{".utf8))
        guard case .malformed(path: "parser/cfg", _) = loadingError(copy.url) else {
            Issue.record("not reported as malformed")
            return
        }
    }

    @Test("an unchecked folder with any content gives an error, not a crash")
    func foreignContent() throws {
        let copy = try Copy()
        var generator = SeededNumbers(seed: 3)
        for path in ["parser/model", "tagger/model", "parser/moves", "ner/moves", "attribute_ruler/patterns"] {
            let whole = try copy.content(path)
            for _ in 0..<20 {
                var damaged = whole
                for _ in 0..<3 {
                    damaged[Int.random(in: 0..<min(400, whole.count), using: &generator)] =
                        UInt8.random(in: .min ... .max, using: &generator)
                }
                try copy.replace(path, damaged)
                _ = loadingError(copy.url, verification: .none)
            }
            try copy.replace(path, whole)
        }
    }

    @Test("the folder is ENTENTE_MODEL, else the medium model in the user's cache")
    func locations() throws {
        #expect(try ModelFolder.defaultLocation(environment: ["ENTENTE_MODEL": "/models/mine"]).path == "/models/mine")
        let cached = try ModelFolder.defaultLocation(environment: ["XDG_CACHE_HOME": "/cache"])
        #expect(cached.path == "/cache/entente/models/en_core_web_md-3.7.1")
        let home = try ModelFolder.defaultLocation(environment: [:])
        #expect(home.path.hasSuffix(".cache/entente/models/en_core_web_md-3.7.1"))
        let small = try PinnedModel.published(.small).cacheLocation(environment: ["XDG_CACHE_HOME": "/cache"])
        #expect(small.path == "/cache/entente/models/en_core_web_sm-3.8.0")
    }
}
