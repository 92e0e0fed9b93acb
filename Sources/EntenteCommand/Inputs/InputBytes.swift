// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering

/// The bytes of an input, read piece by piece and unpacked where they are gzip data.
final class InputBytes {
    private let name: String
    private let window: ByteWindow
    private var decoder: GzipDecoder?
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    private static let pieceSize = 1 << 16

    /// Reads `window`, which messages call `name`.
    init(_ window: ByteWindow, name: String) throws {
        self.name = name
        self.window = window
        guard GzipDecoder.recognises(try window.peek(2)) else { return }
        guard let decoder = GzipDecoder() else { throw CommandFailure(name, systemError: ENOMEM) }
        self.decoder = decoder
    }

    /// The bytes up to the next line feed or the end, without it; `nil` at the end.
    ///
    /// Throws where the line is longer than `limit` bytes.
    func line(limit: Int) throws -> [UInt8]? {
        guard let end = try endOfLine(limit: limit) else { return nil }
        let line = Array(buffer[position..<end])
        position = min(end + 1, buffer.count)
        return line
    }

    /// What `line` gives, but `.some(nil)` for a line that is longer than `limit`, which is passed over.
    func recordLine(limit: Int) throws -> [UInt8]?? {
        do {
            return try line(limit: limit).map { .some($0) }
        } catch {
            guard buffer.count - position > limit else { throw error }
            try skipLine()
            return .some(nil)
        }
    }

    private func skipLine() throws {
        while true {
            if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
                position = end + 1
                return
            }
            position = buffer.count
            guard try fill() else { return }
        }
    }

    /// The bytes that `line` will give next, not consumed.
    func upcomingLine(limit: Int) throws -> ArraySlice<UInt8>? {
        guard let end = try endOfLine(limit: limit) else { return nil }
        return buffer[position..<end]
    }

    /// Everything that is left, but at most one byte more than `limit`.
    func rest(limit: Int) throws -> [UInt8] {
        defer {
            buffer = []
            position = 0
        }
        if decoder == nil, position == buffer.count { return try window.rest(atMost: limit + 1) }
        while buffer.count - position <= limit, try fill() {}
        if position == 0, buffer.count <= limit + 1 { return buffer }
        return Array(buffer[position...].prefix(limit + 1))
    }

    /// The size of the file as the system knows it, where it is a plain file that is not packed.
    var knownSize: Int? { decoder == nil ? window.size : nil }

    private func endOfLine(limit: Int) throws -> Int? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return end }
            searched = buffer.count
            guard searched - position <= limit else {
                throw CommandFailure(
                    name, "a line is longer than \(limit) bytes", advice: "give one record a line", endsRun: false)
            }
            let consumed = position
            guard try fill() else { return buffer.count > position ? buffer.count : nil }
            searched -= consumed - position
        }
    }

    /// Adds the next piece to the buffer, whose consumed part is dropped first; `false` at the end.
    private func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        buffer.removeFirst(position)
        position = 0
        let piece = try nextPiece()
        if decoder == nil { buffer.append(contentsOf: piece) } else { try unpack(piece) }
        return !isAtEnd
    }

    private func unpack(_ piece: [UInt8]) throws(CommandFailure) {
        guard let decoder else { return }
        let isWhole: Bool
        do throws(GzipDecoder.Damaged) {
            try decoder.decode(piece, into: &buffer)
            isWhole = decoder.isComplete || !isAtEnd
        } catch {
            isWhole = false
        }
        guard isWhole else {
            throw CommandFailure(
                name, "the gzip data is damaged or cut short", advice: "fetch or pack it again", endsRun: false)
        }
    }

    /// Empty at the end.
    private func nextPiece() throws(GatheringError) -> [UInt8] {
        // What is there is enough: whoever writes to a pipe may wait for the answer to it.
        let piece = try window.next(atMost: Self.pieceSize)
        isAtEnd = piece.isEmpty
        return piece
    }
}
