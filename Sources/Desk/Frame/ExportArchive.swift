// SPDX-License-Identifier: Apache-2.0

import Briefing
import CZlib
import Foundation

/// An export of several files on its way: a ZIP archive in a file without a name (PKWARE APPNOTE 6.3.10).
///
/// The files are stored as they are, so that each can be written in one go while its length is not known yet.
final class ExportArchive: ExportDestination {
    private let output: TemporaryFile
    private var position: UInt32 = 0
    private var directory: [UInt8] = []
    private var files: UInt16 = 0

    /// Begins an archive that goes to `output`.
    init(_ output: TemporaryFile) { self.output = output }

    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws {
        try add(name) { part in try fill(part) }
    }

    func files(_ names: [String], _ fill: ([any TextSink]) throws -> Void) throws {
        // An archive takes one file after another.
        let parts = try names.map { _ in try TemporaryFile() }
        try fill(parts)
        for (name, part) in zip(names, parts) {
            try part.rewind()
            try add(name) { entry in while let piece = try part.read() { try entry.add(piece) } }
        }
    }

    func file(
        _ name: String, _ fill: (any TextSink) throws -> Void, madeBy make: (_ text: URL, _ file: URL) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (text, made) = (folder.appending(path: "text"), folder.appending(path: "made"))
        try Data().write(to: text)
        let handle = try FileHandle(forWritingTo: text)
        try fill(TextFile(handle: handle))
        try handle.close()
        try make(text, made)
        let bytes = try FileHandle(forReadingFrom: made)
        defer { try? bytes.close() }
        try add(name) { part in
            while let piece = try bytes.read(upToCount: 1 << 16), !piece.isEmpty { try part.add(piece) }
        }
    }

    /// Writes where each file stands; nothing can be added after that.
    func finish() throws {
        let start = position
        try put(directory)
        try put(
            Self.long(0x0605_4B50) + Self.short(0) + Self.short(0) + Self.short(files) + Self.short(files)
                + Self.long(UInt32(directory.count)) + Self.long(start) + Self.short(0))
        try output.rewind()
    }

    private func add(_ name: String, _ fill: (Part) throws -> Void) throws {
        guard files < .max else { throw DeskError(.tooLarge, "", detail: "the archive would pass 65,535 files") }
        let start = position
        let path = Array(name.utf8)
        // Sizes follow the bytes (bit 3), names are in UTF-8 (bit 11); the day is the format's first.
        let kind = Self.short(20) + Self.short(0x0808) + Self.short(0) + Self.short(0) + Self.short(0x21)
        let noSizes = Self.long(0) + Self.long(0) + Self.long(0)
        try put(Self.long(0x0403_4B50) + kind + noSizes + Self.short(UInt16(path.count)) + Self.short(0) + path)
        let part = Part(self)
        try fill(part)
        let sizes = Self.long(part.checksum) + Self.long(part.count) + Self.long(part.count)
        try put(Self.long(0x0807_4B50) + sizes)
        directory += Self.long(0x0201_4B50) + Self.short(20) + kind + sizes + Self.short(UInt16(path.count))
        directory += Self.short(0) + Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0) + Self.long(start)
        directory += path
        files += 1
    }

    private func put(_ bytes: [UInt8]) throws { try put(Data(bytes)) }

    private func put(_ data: Data) throws {
        let (sum, isTooLarge) = position.addingReportingOverflow(UInt32(clamping: data.count))
        guard !isTooLarge else { throw DeskError(.tooLarge, "", detail: "the archive would pass 4 GiB") }
        position = sum
        try output.write(data)
    }

    private static func short(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
    private static func long(_ number: UInt32) -> [UInt8] {
        short(UInt16(number & 0xFFFF)) + short(UInt16(number >> 16))
    }

    /// One file while it is written.
    private final class Part: TextSink {
        private let archive: ExportArchive
        private(set) var checksum: UInt32 = 0
        private(set) var count: UInt32 = 0

        init(_ archive: ExportArchive) { self.archive = archive }

        func write(_ text: String) throws { try add(Data(text.utf8)) }

        func add(_ data: Data) throws {
            checksum = data.withUnsafeBytes { bytes in
                let start = bytes.bindMemory(to: UInt8.self).baseAddress
                return UInt32(truncatingIfNeeded: crc32(uLong(checksum), start, uInt(bytes.count)))
            }
            try archive.put(data)
            count += UInt32(clamping: data.count)
        }
    }

    private final class TextFile: TextSink {
        private let handle: FileHandle

        init(handle: FileHandle) { self.handle = handle }

        func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }
    }
}
