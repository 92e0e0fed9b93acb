// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The bytes of a file from a position on, of which only a window is in memory.
package final class ByteWindow {
    /// The byte of the file that comes next.
    package private(set) var offset = 0

    private let descriptor: Int32?
    private let name: String
    private var buffer: [UInt8]
    /// Where in the buffer the next byte stands.
    private var start = 0
    private var isAtEnd: Bool
    private static let pieceSize = 1 << 18

    /// Opens the file at `path`.
    package init(path: String) throws(GatheringError) {
        name = path
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw GatheringError(.unreadable(reason: String(cString: strerror(errno)).lowercased()), location: path)
        }
        descriptor = opened
        buffer = []
        isAtEnd = false
    }

    /// Reads the standard input.
    package static func standardInput(name: String) throws(GatheringError) -> ByteWindow {
        try ByteWindow(copying: STDIN_FILENO, name: name)
    }

    /// Reads what comes through a descriptor, of which it makes a copy of its own.
    package convenience init(copying descriptor: Int32, name: String) throws(GatheringError) {
        let copy = dup(descriptor)
        guard copy >= 0 else {
            throw GatheringError(.unreadable(reason: String(cString: strerror(errno)).lowercased()), location: name)
        }
        self.init(descriptor: copy, name: name)
    }

    private init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        buffer = []
        isAtEnd = false
    }

    /// Takes bytes in memory for the whole file.
    package init(bytes: [UInt8], name: String) {
        descriptor = nil
        self.name = name
        buffer = bytes
        isAtEnd = true
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    /// The size of the file as the system knows it, where it is a plain file.
    package var size: Int? {
        var status = stat()
        guard let descriptor, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// The next `count` bytes without taking them; fewer only at the end of the file.
    package func peek(_ count: Int) throws(GatheringError) -> ArraySlice<UInt8> {
        while buffer.count - start < count, !isAtEnd { try fill(count) }
        return buffer[start..<min(buffer.count, start + count)]
    }

    /// Takes the next bytes, at most `count`; waits only where none is there yet, and gives none at the end.
    package func next(atMost count: Int) throws(GatheringError) -> [UInt8] {
        if start == buffer.count, !isAtEnd { try fill(1) }
        let piece = Array(buffer[start..<min(buffer.count, start + count)])
        consume(piece.count)
        return piece
    }

    /// Takes everything that is left, but at most `limit` bytes.
    package func rest(atMost limit: Int) throws(GatheringError) -> [UInt8] {
        let known = size ?? 0
        // A small file is in the window as a whole.
        if start == 0, buffer.count <= limit, offset + buffer.count == known {
            defer { buffer = [] }
            offset = known
            return buffer
        }
        var rest: [UInt8] = []
        rest.reserveCapacity(min(limit, max(buffer.count - start, known - offset)))
        while rest.count < limit {
            let piece = try peek(1)
            if piece.isEmpty { break }
            let taken = min(buffer.count - start, limit - rest.count)
            rest.append(contentsOf: buffer[start..<start + taken])
            consume(taken)
        }
        return rest
    }

    /// Takes bytes that were seen.
    package func consume(_ count: Int) {
        let taken = min(count, buffer.count - start)
        start += taken
        offset += taken
    }

    /// Goes to a byte of the file; `false` where the file is a pipe and the byte is no longer in memory.
    package func seek(to target: Int) -> Bool {
        let moved = start + target - offset
        if moved >= 0, moved <= buffer.count {
            start = moved
            offset = target
            return true
        }
        guard let descriptor, lseek(descriptor, off_t(target), SEEK_SET) == off_t(target) else { return false }
        buffer = []
        start = 0
        offset = target
        isAtEnd = false
        return true
    }

    private func fill(_ wanted: Int) throws(GatheringError) {
        guard let descriptor else { return }
        buffer.removeFirst(start)
        start = 0
        let room = max(Self.pieceSize, min(wanted - buffer.count, 1 << 24))
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: room) { target, count in
            repeat {
                let taken = read(descriptor, target.baseAddress, room)
                failure = taken < 0 ? errno : 0
                count = max(taken, 0)
            } while failure == EINTR
        }
        guard failure == 0 else {
            throw GatheringError(.unreadable(reason: String(cString: strerror(failure)).lowercased()), location: name)
        }
        isAtEnd = piece.isEmpty
        if buffer.isEmpty { buffer = piece } else { buffer.append(contentsOf: piece) }
    }
}
