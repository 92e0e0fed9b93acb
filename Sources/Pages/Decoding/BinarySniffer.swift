// SPDX-License-Identifier: Apache-2.0

/// Tells files that are no text by their first bytes.
enum BinarySniffer {
    /// The kind of file in words, or `nil` if the bytes may be text.
    static func kind(of bytes: [UInt8]) -> String? {
        for (kind, offset, magic) in signatures where stands(magic, in: bytes, at: offset) { return kind }
        let isDocument = (0..<min(1024, bytes.count)).contains { stands(document, in: bytes, at: $0) }
        return isDocument && bytes.contains(0) ? "PDF document" : nil
    }

    private static let document = Array("%PDF-".utf8)

    private static func stands(_ magic: [UInt8], in bytes: [UInt8], at offset: Int) -> Bool {
        guard offset + magic.count <= bytes.count, bytes[offset] == magic[0] else { return false }
        return magic.indices.allSatisfy { bytes[offset + $0] == magic[$0] }
    }

    private static let signatures: [(String, Int, [UInt8])] = [
        ("PDF document", 0, Array("%PDF-".utf8)),
        ("ZIP archive or office document", 0, [0x50, 0x4B, 0x03, 0x04]),
        ("ZIP archive", 0, [0x50, 0x4B, 0x05, 0x06]),
        ("gzip archive", 0, [0x1F, 0x8B]),
        ("bzip2 archive", 0, Array("BZh".utf8)),
        ("XZ archive", 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
        ("Zstandard archive", 0, [0x28, 0xB5, 0x2F, 0xFD]),
        ("7-Zip archive", 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("RAR archive", 0, Array("Rar!".utf8)),
        ("old office document", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("RTF document", 0, Array("{\\rtf".utf8)),
        ("PostScript document", 0, Array("%!PS".utf8)),
        ("PNG picture", 0, [0x89, 0x50, 0x4E, 0x47]),
        ("JPEG picture", 0, [0xFF, 0xD8, 0xFF]),
        ("GIF picture", 0, Array("GIF8".utf8)),
        ("WebP picture or WAV sound", 0, Array("RIFF".utf8)),
        ("TIFF picture", 0, [0x49, 0x49, 0x2A, 0x00]),
        ("TIFF picture", 0, [0x4D, 0x4D, 0x00, 0x2A]),
        ("MP4 film", 4, Array("ftyp".utf8)),
        ("MP3 sound", 0, Array("ID3".utf8)),
        ("Ogg sound or film", 0, Array("OggS".utf8)),
        ("SQLite database", 0, Array("SQLite format 3\0".utf8)),
        ("program", 0, [0x7F, 0x45, 0x4C, 0x46]),
        ("WebAssembly program", 0, [0x00, 0x61, 0x73, 0x6D]),
        ("font", 0, Array("wOF".utf8)),
    ]
}
