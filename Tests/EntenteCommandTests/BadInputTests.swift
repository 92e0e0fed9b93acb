// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Bad input gets one clear line, a non-zero exit status, and leaves nothing half-written")
struct BadInputTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// An input and words that the line about it must hold.
    struct BadPage: CustomTestStringConvertible, Sendable {
        let name: String
        let content: @Sendable () -> Data
        let words: String
        var testDescription: String { name }
    }

    static let pages = [
        BadPage(name: "empty.html", content: { Data() }, words: "empty"),
        BadPage(name: "blank.txt", content: { Data(" \n\t\n".utf8) }, words: "empty"),
        BadPage(name: "report.pdf", content: { TestPages.pdf }, words: "GATHER-0"),
        BadPage(name: "huge.html", content: { Data(repeating: 0x61, count: 50_000_000) }, words: "50000000 bytes"),
        BadPage(name: "noise.txt", content: { TestPages.noText }, words: "PAGE-0"),
        BadPage(
            name: "deep.html", content: { Data(String(repeating: "<div>", count: 300_000).utf8) },
            words: "nested deeper"),
        BadPage(name: "cut.html.gz", content: { Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]) }, words: "gzip"),
        BadPage(name: "wrong.ndjson", content: { Data("[1, 2]\n".utf8) }, words: "wrong.ndjson:1"),
    ]

    @Test("a page that cannot be read", arguments: ["article", "read", "add"], pages)
    func page(verb: String, page: BadPage) throws {
        try scratch.write(page.name, page.content())
        let run = try Program.run([verb, page.name], in: scratch)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.hasPrefix("entente: "))
        #expect(run.errors.contains(page.words))
        #expect(run.errors.contains(page.name))
        #expect(try scratch.names == [page.name])
    }

    @Test("a file that may not be read", .enabled(if: getuid() != 0, "root may read everything"))
    func forbidden() throws {
        let file = try scratch.write("page.html", TestPages.meeting)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
        let run = try Program.run(["article", "page.html"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errorLines.count == 1)
    }

    @Test("a missing model stops the run before anything is made", arguments: ["read", "add", "parse"])
    func missingModel(verb: String) throws {
        try scratch.write("page.html", TestPages.meeting)
        let run = try Program.run([verb, "page.html", "page.html", "--model", scratch.path("nowhere")], in: scratch)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains(scratch.path("nowhere")))
        #expect(run.errors.contains("make model"))
        #expect(try scratch.names == ["page.html"])
    }

    @Test(
        "a model file that is cut short or changed is named",
        .enabled(if: LanguageModel.isPresent, Comment(rawValue: LanguageModel.absence)), arguments: [true, false])
    func brokenModel(isCut: Bool) throws {
        let location = try Program.run(["model", "check", "--model", "small"], in: scratch).output
        // The files, never a link to them: what is broken here must be ours.
        let original = URL(filePath: String(try #require(location.split(separator: ":").first)))
        try FileManager.default.copyItem(
            at: original.resolvingSymlinksInPath(), to: scratch.url.appending(path: "model"))
        let file = URL(filePath: scratch.path("model/parser/model"))
        var content = try Data(contentsOf: file)
        if isCut { content.removeLast(1000) } else { content[content.count / 2] ^= 1 }
        try content.write(to: file)

        try scratch.write("page.html", TestPages.meeting)
        for arguments in [["model", "check"], ["read", "page.html"], ["add", "page.html"]] {
            let run = try Program.run(arguments + ["--model", scratch.path("model")], in: scratch)
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errorLines.count == 1)
            #expect(run.errors.contains("parser/model"))
            #expect(run.errors.contains("truncated") == isCut)
        }
        #expect(try scratch.names == ["model", "page.html"])
    }

    @Test("the command line itself: usage errors have a status of their own")
    func usage() throws {
        #expect(try Program.run(["fetch"], in: scratch).status == 64)
        #expect(try Program.run(["read"], in: scratch).status == 64)
        #expect(try Program.run(["show", "weather"], in: scratch).status == 64)
        #expect(try Program.run(["read", "--min-confidence", "2", "x"], in: scratch).status == 64)
    }
}
