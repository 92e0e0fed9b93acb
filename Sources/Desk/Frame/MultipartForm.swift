// SPDX-License-Identifier: Apache-2.0

/// A form with files, as browsers send it (RFC 7578).
package struct MultipartForm: Sendable {
    /// A file that was sent.
    package struct File: Hashable, Sendable {
        /// The name that the sender gives it.
        package let name: String
        /// What is in it.
        package let bytes: [UInt8]
    }

    /// The fields that are no files.
    package private(set) var fields = QueryFields([])
    /// The files that are not empty.
    package private(set) var files: [File] = []

    private static let partLimit = 1000

    /// Reads `bytes`; `nil` where `contentType` names no boundary or the parts are not whole.
    package init?(_ bytes: [UInt8], contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { return nil }
        let mark = Array("\r\n--\(boundary)".utf8)
        let body = Array("\r\n".utf8) + bytes
        var starts: [Int] = []
        var position = 0
        while let found = Self.find(mark, in: body, from: position), starts.count <= Self.partLimit {
            starts.append(found)
            position = found + mark.count
        }
        guard starts.count >= 2 else { return nil }
        var pairs: [(String, String)] = []
        for (start, end) in zip(starts, starts.dropFirst()) {
            let part = Array(body[(start + mark.count)..<end])
            guard let gap = Self.find(Array("\r\n\r\n".utf8), in: part, from: 0) else { continue }
            let head = String(decoding: part[..<gap], as: UTF8.self)
            let content = Array(part[(gap + 4)...])
            let lines = head.split(whereSeparator: \.isNewline).map(String.init)
            guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
                let name = Self.parameter("name", of: disposition)
            else { continue }
            if let file = Self.parameter("filename", of: disposition) {
                if !content.isEmpty { files.append(File(name: file, bytes: content)) }
            } else {
                pairs.append((name, String(decoding: content, as: UTF8.self)))
            }
        }
        fields = QueryFields(pairs)
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = mark.first, bytes.count >= mark.count else { return nil }
        var index = start
        let last = bytes.count - mark.count
        while index <= last {
            if bytes[index] == first, bytes[index..<(index + mark.count)].elementsEqual(mark) { return index }
            index += 1
        }
        return nil
    }

    /// A parameter of a header; browsers write quotes inside a value as `%22`.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let parts = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix { $0 == " " } }
            guard parts.count == 2, parts[0].lowercased() == name else { continue }
            var value = parts[1]
            if value.hasPrefix("\"") { value = value.dropFirst().prefix { $0 != "\"" } }
            return String(value)
        }
        return nil
    }
}
