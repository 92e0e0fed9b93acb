// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTML
import Testing

@Suite("The tokenizer against the html5lib tests")
struct TokenizerConformanceTests {
    @Test(
        "gives the tokens of every case in every state",
        .enabled(if: !ConformanceSuite.isMissing, "\(ConformanceSuite.absence)"))
    func tokens() throws {
        var count = 0
        var failed: [String] = []
        for test in try Self.cases() {
            count += 1
            let read = try TokenReading(test.input, state: test.state, lastStartTag: test.lastStartTag)
            if read.tokens != test.tokens { failed.append(test.id) }
        }
        #expect(count > 6000)
        #expect(failed == ConformanceExceptions.tokens.map(\.id))
    }

    @Test(
        "reports the parse errors of every case at their places",
        .enabled(if: !ConformanceSuite.isMissing, "\(ConformanceSuite.absence)"))
    func errors() throws {
        var failed: [String] = []
        for test in try Self.cases() {
            let read = try TokenReading(test.input, state: test.state, lastStartTag: test.lastStartTag)
            if read.errors.sorted() != test.errors.sorted() { failed.append(test.id) }
        }
        #expect(failed == ConformanceExceptions.tokenizerErrors.map(\.id))
    }

    private struct Case {
        var id: String
        var input: [UInt8]
        var state: Tokenizer.Content
        var lastStartTag: String?
        var tokens: [String]
        var errors: [String]
    }

    private static let states: [String: Tokenizer.Content] = [
        "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
        "Script data state": .script, "CDATA section state": .cdata,
    ]

    private static func cases() throws -> [Case] {
        var result: [Case] = []
        for file in try ConformanceSuite.files(in: "tokenizer", ending: ".test") {
            let json = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any] ?? [:]
            let tests = (json["tests"] ?? json["xmlViolationTests"]) as? [[String: Any]] ?? []
            for (index, test) in tests.enumerated() {
                let isEscaped = test["doubleEscaped"] as? Bool ?? false
                let unescape = { (text: String) in isEscaped ? unescaped(text) : Array(text.utf8) }
                for state in test["initialStates"] as? [String] ?? ["Data state"] {
                    guard let content = states[state], let input = test["input"] as? String else { continue }
                    result.append(
                        Case(
                            id: "\(file.name) \(index + 1) \(content)", input: unescape(input), state: content,
                            lastStartTag: test["lastStartTag"] as? String,
                            tokens: tokens(test["output"] as? [[Any]] ?? [], unescape),
                            errors: (test["errors"] as? [[String: Any]] ?? []).map {
                                "\($0["line"] ?? 0):\($0["col"] ?? 0) \($0["code"] ?? "")"
                            }))
                }
            }
        }
        return result
    }

    /// The tokens as lines of text; bytes that are no character are shown in hexadecimal.
    private static func tokens(_ output: [[Any]], _ unescape: (String) -> [UInt8]) -> [String] {
        output.map { token in
            func value(_ index: Int) -> [UInt8]? {
                index < token.count ? (token[index] as? String).map(unescape) : nil
            }
            switch token[0] as? String {
            case "DOCTYPE":
                return TokenReading.doctype(
                    value(1), value(2), value(3), isCorrect: token.count > 4 && token[4] as? Bool ?? false)
            case "StartTag":
                let attributes = (token[2] as? [String: String] ?? [:]).map { (unescape($0.key), unescape($0.value)) }
                return TokenReading.startTag(
                    value(1) ?? [], attributes, isSelfClosing: token.count > 3 && token[3] as? Bool ?? false)
            case "EndTag": return "end " + TokenReading.shown(value(1) ?? [])
            case "Comment": return "comment " + TokenReading.shown(value(1) ?? [])
            default: return "text " + TokenReading.shown(value(1) ?? [])
            }
        }
    }

    /// Makes characters of `\uHHHH`; surrogates that stand alone become the bytes that UTF-8 would have for them.
    private static func unescaped(_ text: String) -> [UInt8] {
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            if unit == 0x5C, rest.dropFirst().first == 0x75,
                let value = UInt16(String(decoding: rest.dropFirst(2).prefix(4), as: UTF16.self), radix: 16)
            {
                units.append(value)
                rest = rest.dropFirst(6)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        var bytes: [UInt8] = []
        var index = 0
        while index < units.count {
            let unit = UInt32(units[index])
            let next = index + 1 < units.count ? UInt32(units[index + 1]) : 0
            index += 1
            if (0xD800..<0xDC00).contains(unit), (0xDC00..<0xE000).contains(next) {
                index += 1
                let value = 0x10000 + (unit - 0xD800) << 10 + (next - 0xDC00)
                bytes += Array(String(Unicode.Scalar(value) ?? " ").utf8)
            } else if let scalar = Unicode.Scalar(unit) {
                bytes += Array(String(scalar).utf8)
            } else {
                bytes += [UInt8(0xE0 | unit >> 12), UInt8(0x80 | unit >> 6 & 0x3F), UInt8(0x80 | unit & 0x3F)]
            }
        }
        return bytes
    }
}
