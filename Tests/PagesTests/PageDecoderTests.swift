// SPDX-License-Identifier: Apache-2.0

import Foundation
import Pages
import Testing

@Suite("Bytes become text by mark, header, meta, guess")
struct PageDecoderTests {
    private let decoder: PageDecoder

    init() throws { decoder = PageDecoder(encodings: try Lexicons.shared.get().encodings) }

    private func encode(_ text: String, _ code: UInt) throws -> [UInt8] {
        let encoding = String.Encoding(rawValue: 0x8000_0000 | code)
        return Array(try #require(text.data(using: encoding)))
    }

    private static let korean = "부두시는 화요일 전기 여객선 교육을 함께 시작하기로 했다고 밝혔다. 시장은 내년까지 선장 스무 명을 교육한다."
    private static let vietnamese =
        "Thành phố cảng cho biết hai bên sẽ đào tạo hai mươi thuyền trưởng trước cuối năm nay."
    private static let japanese = "港の町は火曜日、電気フェリーの研修を共同で始めると発表した。船長二十人が学ぶ。"
    private static let chinese = "港口城市星期二宣布，两地将共同培训二十名电动渡轮船长，课程将于五月开始。"
    private static let french = "La ville a décidé d’accueillir vingt élèves à l’été prochain, après les fêtes de Noël."

    @Test(
        "a declared encoding is used",
        arguments: [
            ("euc-kr", 0x0422, korean), ("ks_c_5601-1987", 0x0422, korean), ("shift_jis", 0x0420, japanese),
            ("gb2312", 0x0632, chinese), ("gb18030", 0x0632, chinese), ("iso-8859-1", 0x0500, french),
            ("windows-1252", 0x0500, french),
        ])
    func declared(label: String, code: Int, text: String) throws {
        let html = "<html><head><meta charset=\"\(label)\"></head><body><p>\(text)</p></body></html>"
        let bytes = try encode(html, UInt(code))
        #expect(try decoder.decode(bytes, contentType: nil).text == html)
        let bare = try encode(text, UInt(code))
        #expect(try decoder.decode(bare, contentType: "text/plain; charset=\(label)").text == text)
    }

    @Test("Windows-1258 comes out with composed letters")
    func windows1258() throws {
        let decomposed = Self.vietnamese.decomposedStringWithCanonicalMapping
        // The encoding has whole letters for â ê ô ă đ ơ ư and combining marks for the tones.
        var bytes: [UInt8] = Array("<meta charset=windows-1258>".utf8)
        let table: [Unicode.Scalar: UInt8] = [
            "â": 0xE2, "ê": 0xEA, "ô": 0xF4, "ă": 0xE3, "đ": 0xF0, "ơ": 0xF5, "ư": 0xFD, "\u{300}": 0xCC,
            "\u{301}": 0xEC, "\u{303}": 0xDE, "\u{309}": 0xD2, "\u{323}": 0xF2,
        ]
        let letters: [Unicode.Scalar: Unicode.Scalar] = ["\u{302}": "^", "\u{306}": "(", "\u{31B}": "+"]
        let merged: [String: Unicode.Scalar] = ["a^": "â", "e^": "ê", "o^": "ô", "a(": "ă", "o+": "ơ", "u+": "ư"]
        var pending: [Unicode.Scalar] = []
        func flush() throws {
            guard let base = pending.first else { return }
            let shape = pending.dropFirst().compactMap { letters[$0] }.first.map { "\(base)\($0)" }
            let letter = shape.flatMap { merged[$0] } ?? base
            bytes.append(letter.value < 0x80 ? UInt8(letter.value) : try #require(table[letter]))
            for tone in pending.dropFirst() where letters[tone] == nil { bytes.append(try #require(table[tone])) }
            pending = []
        }
        for scalar in decomposed.unicodeScalars {
            if scalar.properties.canonicalCombiningClass == .notReordered { try flush() }
            pending.append(scalar)
        }
        try flush()
        let text = try decoder.decode(bytes, contentType: nil).text
        #expect(text == "<meta charset=windows-1258>" + Self.vietnamese)
    }

    @Test(
        "without a declaration the bytes are guessed",
        arguments: [(0x0422, korean, "euc-kr"), (0x0500, french, "windows-1252")])
    func guessed(code: Int, text: String, name: String) throws {
        let long = Array(repeating: text, count: 4).joined(separator: "\n")
        let result = try decoder.decode(try encode(long, UInt(code)), contentType: nil)
        #expect(result.text == long)
    }

    @Test("UTF-8 is known by itself and by its mark")
    func utf8() throws {
        let result = try decoder.decode(Array(Self.korean.utf8), contentType: nil)
        #expect(result.text == Self.korean)
        #expect(result.encoding == "utf-8")
        let marked = [0xEF, 0xBB, 0xBF] + Array(Self.french.utf8)
        #expect(try decoder.decode(marked, contentType: "text/html; charset=iso-8859-1").text == Self.french)
    }

    @Test("UTF-16 is known by its mark, and without one by its zeros")
    func utf16() throws {
        let units = Self.korean.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try decoder.decode([0xFF, 0xFE] + units, contentType: nil).text == Self.korean)
        let latin = Prose.first.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try decoder.decode(latin, contentType: nil).text == Prose.first)
    }

    @Test("a stale declaration does not spoil a page that is UTF-8")
    func stale() throws {
        let html = "<meta charset=euc-kr><p>\(Self.korean)</p>"
        #expect(try decoder.decode(Array(html.utf8), contentType: "text/html; charset=ISO-8859-1").text == html)
    }

    @Test("a single damaged character in a long page is replaced, not fatal")
    func repaired() throws {
        let bytes = Array((Prose.first + Self.korean).utf8) + [0xE1, 0x80] + Array(Prose.second.utf8)
        let text = try decoder.decode(bytes, contentType: "text/html; charset=utf-8").text
        #expect(text == Prose.first + Self.korean + "\u{FFFD}" + Prose.second)
        let korean = try encode(Self.korean, 0x0422)
        let damaged = Array(repeating: korean, count: 5).joined() + [0xFF, 0x0A]
        let repaired = try decoder.decode(Array(damaged), contentType: "text/plain; charset=euc-kr").text
        #expect(repaired == String(repeating: Self.korean, count: 5) + "\u{FFFD}\n")
    }

    @Test("a declaration after the first 1,024 bytes does not count")
    func lateDeclaration() throws {
        let late = String(repeating: " ", count: 1100) + "<meta charset=shift_jis><p>\(Self.french)</p>"
        let text = try decoder.decode(Array(late.utf8), contentType: nil).text
        #expect(text == late)
    }
}
