// SPDX-License-Identifier: Apache-2.0

import HTML
import Testing

@Suite("Tree construction against the html5lib tests")
struct TreeConformanceTests {
    @Test(
        "gives the tree of every case, with and without scripting",
        .enabled(if: !ConformanceSuite.isMissing, "\(ConformanceSuite.absence)"))
    func trees() throws {
        var count = 0
        var failed: [String] = []
        for file in try ConformanceSuite.files(in: "tree-construction", ending: ".dat") {
            for (index, test) in TreeCase.cases(of: file.bytes).enumerated() {
                for scripting in test.scripting.map({ [$0] }) ?? [true, false] {
                    count += 1
                    var options = ParserOptions()
                    options.scripting = scripting
                    let document =
                        try test.context.map {
                            try Document(parsingFragment: test.data, in: $0, options: options)
                        } ?? Document(parsing: test.data, options: options)
                    if TreeDump.lines(of: document) != test.tree {
                        failed.append("\(file.name) \(index + 1) \(scripting ? "on" : "off")")
                    }
                }
            }
        }
        #expect(count > 3000)
        #expect(failed == ConformanceExceptions.trees.map(\.id))
    }
}

/// A case of the suite.
struct TreeCase {
    var data: [UInt8] = []
    var context: FragmentContext?
    var scripting: Bool?
    var tree = ""

    static func cases(of file: [UInt8]) -> [TreeCase] {
        var cases: [TreeCase] = []
        var section = ""
        var lines: [ArraySlice<UInt8>] = []
        func finish() {
            guard !cases.isEmpty else { return }
            let text = Array(lines.joined(separator: [0x0A]))
            let last = cases.count - 1
            switch section {
            case "#data": cases[last].data = text
            case "#document-fragment": cases[last].context = context(String(decoding: text, as: UTF8.self))
            case "#script-on": cases[last].scripting = true
            case "#script-off": cases[last].scripting = false
            case "#document":
                while lines.last?.isEmpty == true { lines.removeLast() }
                cases[last].tree = String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
            default: break
            }
            lines = []
        }
        for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let name = line.first == 0x23 ? String(decoding: line, as: UTF8.self) : ""
            let isHeading =
                name == "#data" && (section == "" || section == "#document")
                || ["#errors", "#new-errors", "#document-fragment", "#script-on", "#script-off", "#document"]
                    .contains(name)
            if isHeading {
                finish()
                section = name
                if name == "#data" { cases.append(TreeCase()) }
            } else {
                lines.append(line)
            }
        }
        finish()
        return cases
    }

    private static func context(_ text: String) -> FragmentContext {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2 else { return FragmentContext(name: text) }
        return FragmentContext(name: words[1], namespace: words[0] == "svg" ? .svg : .math)
    }
}
