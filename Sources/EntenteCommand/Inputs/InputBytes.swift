// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The bytes of an input, read piece by piece and unpacked where they are gzip data.
final class InputBytes {
    private let file: InputFile
    private let descriptor: Int32
    private var decoder: GzipDecoder?
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    private static let pieceSize = 1 << 16

    /// Opens `file`.
    init(_ file: InputFile) throws(CommandFailure) {
        self.file = file
        if let path = file.path {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                let advice = errno == ENOENT ? "check the path" : errno == EACCES ? "ask for leave to read it" : nil
                throw CommandFailure(file.name, systemError: errno, advice: advice, endsRun: false)
            }
        } else {
            descriptor = STDIN_FILENO
        }
        let first = try nextPiece()
        if GzipDecoder.recognises(first) {
            guard let decoder = GzipDecoder() else { throw CommandFailure(file.name, systemError: ENOMEM) }
            self.decoder = decoder
            try unpack(first)
        } else {
            buffer = first
        }
    }

    deinit {
        if descriptor >= 0, descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The bytes up to the next line feed or the end, without it; `nil` at the end.
    ///
    /// Throws where the line is longer than `limit` bytes.
    func line(limit: Int) throws(CommandFailure) -> [UInt8]? {
        guard let end = try endOfLine(limit: limit) else { return nil }
        let line = Array(buffer[position..<end])
        position = min(end + 1, buffer.count)
        return line
    }

    /// What `line` gives, but `.some(nil)` for a line that is longer than `limit`, which is passed over.
    func recordLine(limit: Int) throws(CommandFailure) -> [UInt8]?? {
        do throws(CommandFailure) {
            return try line(limit: limit).map { .some($0) }
        } catch {
            guard buffer.count - position > limit else { throw error }
            try skipLine()
            return .some(nil)
        }
    }

    private func skipLine() throws(CommandFailure) {
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
    func upcomingLine(limit: Int) throws(CommandFailure) -> ArraySlice<UInt8>? {
        guard let end = try endOfLine(limit: limit) else { return nil }
        return buffer[position..<end]
    }

    /// Everything that is left, but at most one byte more than `limit`.
    func rest(limit: Int) throws(CommandFailure) -> [UInt8] {
        while buffer.count - position <= limit, try fill() {}
        let rest = Array(buffer[position...].prefix(limit + 1))
        buffer = []
        position = 0
        return rest
    }

    /// The size of the file as the system knows it, where it is a plain file that is not packed.
    var knownSize: Int? {
        var status = stat()
        guard decoder == nil, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    private func endOfLine(limit: Int) throws(CommandFailure) -> Int? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return end }
            searched = buffer.count
            guard searched - position <= limit else {
                throw CommandFailure(
                    file.name, "a line is longer than \(limit) bytes", advice: "give one record a line", endsRun: false)
            }
            let consumed = position
            guard try fill() else { return buffer.count > position ? buffer.count : nil }
            searched -= consumed - position
        }
    }

    /// Adds the next piece to the buffer, whose consumed part is dropped first; `false` at the end.
    private func fill() throws(CommandFailure) -> Bool {
        guard !isAtEnd else { return false }
        buffer.removeFirst(position)
        position = 0
        let piece = try nextPiece()
        if decoder == nil { buffer.append(contentsOf: piece) } else { try unpack(piece) }
        return !isAtEnd
    }

    private func unpack(_ piece: [UInt8]) throws(CommandFailure) {
        guard let decoder else { return }
        do throws(GzipDecoder.Damaged) {
            try decoder.decode(piece, into: &buffer)
            if isAtEnd, !decoder.isComplete { throw GzipDecoder.Damaged() }
        } catch {
            throw CommandFailure(
                file.name, "the gzip data is damaged or cut short", advice: "fetch or pack it again", endsRun: false)
        }
    }

    /// Empty at the end.
    private func nextPiece() throws(CommandFailure) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                isAtEnd = count == 0
                piece.removeLast(piece.count - count)
                return piece
            }
            guard errno == EINTR else { throw CommandFailure(file.name, systemError: errno, endsRun: false) }
        }
    }
}
