// SPDX-License-Identifier: Apache-2.0

import HTML
import Testing

@Suite("The encoding that a page declares")
struct EncodingTests {
    @Test(
        "is found as in the html5lib tests", .enabled(if: !ConformanceSuite.isMissing, "\(ConformanceSuite.absence)"))
    func conformance() throws {
        var count = 0
        var failed: [String] = []
        for file in try ConformanceSuite.files(in: "encoding", ending: ".dat") {
            for (index, test) in Self.cases(of: file.bytes).enumerated() {
                count += 1
                let label =
                    EncodingSniffer.byteOrderMark(of: test.data)?.encoding
                    ?? EncodingSniffer.declaredLabel(in: test.data) ?? EncodingSniffer.lateLabel(in: test.data)
                let name = label.flatMap(EncodingLabels.name) ?? "windows-1252"
                if name != EncodingLabels.name(for: test.encoding) { failed.append("\(file.name) \(index + 1)") }
            }
        }
        #expect(count > 80)
        #expect(failed == ConformanceExceptions.encodings.map(\.id))
    }

    private static func cases(of file: [UInt8]) -> [(data: [UInt8], encoding: String)] {
        var cases: [(data: [UInt8], encoding: String)] = []
        var data: [UInt8] = []
        var section = ""
        for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
            switch String(decoding: line, as: UTF8.self) {
            case "#data":
                section = "data"
                data = []
            case "#encoding": section = "encoding"
            case let text where section == "encoding":
                cases.append((data, text))
                section = ""
            default: if section == "data" { data += line + [0x0A] }
            }
        }
        return cases
    }

    @Test(
        "is taken from the first declaration that names an encoding",
        arguments: [
            ("<meta charset=euc-kr>", "euc-kr"), ("<META CharSet='Shift_JIS'/>", "shift_jis"),
            ("<meta http-equiv=content-type content='text/html; charset=big5'>", "big5"),
            ("<meta charset=nonsense><meta charset=gbk>", "gbk"),
            ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
            ("<meta charset=utf-16le>", "utf-8"), ("<?xml version='1.0' encoding='EUC-JP'?><html>", "euc-jp"),
            ("<p title='<meta charset=big5>'><meta charset=gbk>", "gbk"),
        ])
    func declared(page: String, label: String) {
        #expect(EncodingSniffer.declaredLabel(in: Array(page.utf8)) == label)
    }

    @Test(
        "is not taken from where it counts for nothing",
        arguments: [
            "<meta content='text/html; charset=big5'>", "<meta charset=big5", "<metal charset=big5>",
            "<!--<meta charset=big5>",
            "<meta charset>",
            String(repeating: " ", count: 1024) + "<meta charset=big5>", "",
        ])
    func undeclared(page: String) {
        #expect(EncodingSniffer.declaredLabel(in: Array(page.utf8)) == nil)
    }

    @Test("that comes late is found by parsing the page")
    func late() {
        let page = Array((String(repeating: " ", count: 2000) + "<p>x</p><meta charset=big5>").utf8)
        #expect(EncodingSniffer.declaredLabel(in: page) == nil)
        #expect(EncodingSniffer.lateLabel(in: page) == "big5")
    }

    @Test("labels mean encodings whatever their case and the blanks around them")
    func labels() {
        #expect(EncodingLabels.name(for: " Latin1\n") == "windows-1252")
        #expect(EncodingLabels.name(for: "ks_c_5601-1987") == "euc-kr")
        #expect(EncodingLabels.name(for: "UTF8") == "utf-8")
        #expect(EncodingLabels.name(for: "utf8:") == nil)
        #expect(EncodingLabels.name(for: "") == nil)
    }
}
