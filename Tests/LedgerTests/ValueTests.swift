// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger
import TestNumbers
import Testing

@Suite("The small values under the ledger")
struct ValueTests {
    @Test(
        "a date spans the days that it can mean",
        arguments: [
            ("2025-11-01", "2025-11-01", "2025-11-01"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("1995~", "1995-01-01", "1995-12-31"), ("0800", "0800-01-01", "0800-12-31"),
            ("2024-11-07/2024-11-09", "2024-11-07", "2024-11-09"), ("2023/2024-06", "2023-01-01", "2024-06-30"),
        ])
    func spans(text: String, first: String, last: String) throws {
        let span = DaySpan(try #require(PartialDate(text)))
        #expect(span.first == first)
        #expect(span.last == last)
    }

    @Test(
        "days are written as shortly as they can be",
        arguments: [
            ("2025-01-01", "2025-12-31", "2025"), ("2024-02-01", "2024-02-29", "2024-02"),
            ("2024-02-01", "2024-02-01", "2024-02-01"), ("2024-02-01", nil, "2024-02-01"),
            ("2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"),
            ("2023-01-01", "2024-12-31", "2023-01-01/2024-12-31"),
        ])
    func spanTexts(first: String, last: String?, text: String) {
        #expect(DaySpan.text(from: first, to: last) == text)
    }

    @Test(
        "names are compared without case, accents and width",
        arguments: [
            ("Đà Nẵng", "da nang"), ("LƯƠNG CƯỜNG", "luong cuong"), ("부산광역시", "부산광역시"), ("ﾊﾉｲ", "ハノイ"),
            ("Ｂｕｓａｎ", "busan"), ("Škoda", "skoda"), ("हिन्दी", "हिन्दी"),
        ])
    func folding(text: String, folded: String) {
        #expect(Array(FoldedText(text).value.utf8) == Array(folded.utf8))
        #expect(FoldedText(FoldedText(text).value) == FoldedText(text))
    }

    @Test("packed bytes come back as they were", arguments: [0, 1, 2, 1_000, 300_000])
    func packing(count: Int) throws {
        var generator = SeededNumbers(seed: UInt64(count))
        let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for bytes in [random, [UInt8](repeating: 7, count: count)] {
            let packed = try #require(Deflated(bytes))
            #expect(packed.originalCount == count)
            #expect(packed.original == bytes)
        }
    }

    @Test("damaged packed bytes give nothing, never something else")
    func damage() throws {
        let original = Array("Sejin and Hải Lâm renew their ties".utf8)
        let packed = try #require(Deflated(original))
        for index in packed.bytes.indices {
            var bytes = packed.bytes
            bytes[index] ^= 0x10
            let unpacked = Deflated(bytes: bytes, originalCount: packed.originalCount).original
            #expect(unpacked == nil || unpacked == original)
        }
        for count in [-1, 0, original.count - 1, original.count + 1] {
            #expect(Deflated(bytes: packed.bytes, originalCount: count).original == nil)
        }
        #expect(Deflated(bytes: [], originalCount: 3).original == nil)
    }

    @Test("lasting ids differ by source, kind and short id")
    func ids() {
        let ids = ["sha256:a", "sha256:b"].flatMap { source in
            ["p1", "e1"].flatMap { short in
                [LastingId.Kind.party, .office, .entry, .conflict].map {
                    LastingId.make(source: source, kind: $0, short: short)
                }
            }
        }
        #expect(Set(ids).count == 16)
        #expect(LastingId.make(source: "sha256:a", kind: .party, short: "p1") == ids[0])
    }

    @Test(
        "cells are written plainly",
        arguments: [
            (Cell.empty, ""), (.text("a"), "a"), (.count(3), "3"), (.number(1200), "1200"), (.number(2.5), "2.5"),
            (.number(2.5e9), "2500000000"), (.list(["a", "b"]), "a; b"), (Cell(nil), ""),
        ])
    func cells(cell: Cell, text: String) {
        #expect(cell.text == text)
    }
}
