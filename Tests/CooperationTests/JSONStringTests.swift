// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Testing

@Suite("Strings of JSON")
struct JSONStringTests {
    @Test("a text is quoted as an encoder quotes it, and read back as it was")
    func quoting() throws {
        let controls = String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init)))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        for text in ["", controls, "a\"b\\c/d", "부산 \u{2028} 🚢 e\u{301}", "\n", "plain"] {
            var bytes: [UInt8] = []
            JSONString.append(text, to: &bytes)
            #expect(bytes == Array(try encoder.encode(text)))
            #expect(try JSONDecoder().decode(String.self, from: Data(bytes)) == text)
        }
    }
}
