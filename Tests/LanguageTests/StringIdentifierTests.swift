// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("String identifiers and their buckets")
struct StringIdentifierTests {
    private let identifier: StringIdentifier

    init() throws {
        identifier = StringIdentifier(symbols: try LanguageResource.decoded([String: UInt64].self, "symbols.json"))
    }

    @Test(
        "a string is numbered by its hash",
        arguments: [
            ("the", 7_425_985_699_627_899_538), ("Shenzhen", 11_835_692_648_355_247_358),
            ("é", 16_256_712_947_286_012_828), ("", 0),
        ] as [(String, UInt64)])
    func hashes(string: String, expected: UInt64) {
        #expect(identifier(string) == expected)
    }

    @Test(
        "a symbol of the format keeps its fixed number, also where it occurs as a word or a shape",
        arguments: [("X", 101), ("_", 456), ("PERSON", 380), ("DATE", 391)] as [(String, UInt64)])
    func symbols(string: String, expected: UInt64) {
        #expect(identifier(string) == expected)
    }

    @Test("a string that only looks like a symbol is none")
    func lookAlikes() {
        // U+212A, the Kelvin sign, is canonically equivalent to K.
        #expect("MAR\u{212a}" == "MARK")
        let table = StringIdentifier(symbols: ["MARK": 7, "LONGER": 8])
        #expect(table("MARK") == 7)
        #expect(table("MAR\u{212a}") != 7)
    }

    @Test(
        "a number falls into four buckets",
        arguments: [
            (7_425_985_699_627_899_538, [2_332_737_498, 1_315_472_909, 1_351_622_599, 1_973_209_364]),
            (101, [1_504_371_752, 1_761_805_357, 109_073_980, 2_642_708_036]),
            (0, [0, 0, 0, 0]),
            (1, [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281]),
        ] as [(UInt64, [UInt32])])
    func buckets(id: UInt64, expected: [UInt32]) {
        let buckets = MurmurHash.buckets(of: id, seed: 8)
        #expect([buckets.0, buckets.1, buckets.2, buckets.3] == expected)
    }
}
