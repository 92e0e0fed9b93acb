// SPDX-License-Identifier: Apache-2.0

import Language
import TestNumbers
import Testing

@Suite("Reading MessagePack")
struct MessagePackTests {
    private func read(_ bytes: [UInt8]) throws(MessagePackError) -> MessagePackValue {
        try MessagePackReader.value(of: bytes[...])
    }

    @Test("numbers of every width")
    func numbers() throws {
        #expect(try read([0x07]).int == 7)
        #expect(try read([0xff]).int == -1)
        #expect(try read([0xcc, 0xff]).int == 255)
        #expect(try read([0xcd, 0x01, 0x00]).int == 256)
        #expect(try read([0xd1, 0xff, 0xfe]).int == -2)
        #expect(try read([0xd3] + [UInt8](repeating: 0xff, count: 8)).int == -1)
        #expect(try read([0xcf] + [UInt8](repeating: 0xff, count: 8)).id == .max)
        #expect(try read([0xcf] + [UInt8](repeating: 0xff, count: 8)).int == nil)
        guard case .float(let half) = try read([0xca, 0x3f, 0x00, 0x00, 0x00]) else {
            Issue.record("not a float")
            return
        }
        #expect(half == 0.5)
    }

    @Test("maps are found by text whether the key is a string or bytes")
    func maps() throws {
        let value = try read([0x82, 0xa1, 0x61, 0x01, 0xc4, 0x01, 0x62, 0x92, 0xc3, 0xc0])
        #expect(value["a"]?.int == 1)
        #expect(value["b"]?.elements?.count == 2)
        #expect(value["c"] == nil)
    }

    @Test("a file that ends too early is reported, wherever it ends")
    func truncated() throws {
        let whole: [UInt8] = [
            0x82, 0xa1, 0x61, 0xc4, 0x03, 0x01, 0x02, 0x03, 0xcd, 0x01, 0x00, 0x93, 0x01, 0xa1, 0x7a, 0xc2,
        ]
        _ = try read(whole)
        for length in whole.indices {
            #expect(throws: MessagePackError.self) { try read(Array(whole[..<length])) }
        }
    }

    @Test("bytes after the value are reported")
    func trailing() {
        #expect(throws: MessagePackError.trailingBytes(offset: 1)) { try read([0x01, 0x02]) }
    }

    @Test("a count that lies takes no memory")
    func lyingCounts() {
        for type: UInt8 in [0xdd, 0xdf, 0xc6, 0xdb] {
            #expect(throws: MessagePackError.self) { try read([type, 0xff, 0xff, 0xff, 0xff]) }
        }
    }

    @Test("deep nesting is refused instead of exhausting the stack")
    func nesting() {
        #expect(throws: MessagePackError.self) { try read([UInt8](repeating: 0x91, count: 100_000) + [0x01]) }
    }

    @Test("any bytes give a value or an error")
    func foreignBytes() {
        var generator = SeededNumbers(seed: 1)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<40, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            _ = try? read(bytes)
            _ = try? VectorRows(bytes, path: "random")
            _ = try? NumPyFile.tensor(
                of: Array("\u{93}NUMPY".unicodeScalars.map { UInt8($0.value) }) + bytes, path: "random")
        }
    }
}
