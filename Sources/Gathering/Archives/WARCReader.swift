// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages

/// Reads the pages of a WARC file (ISO 28500, versions 1.0 and 1.1), plain or packed, one after the other.
///
/// Memory is bounded by the largest page, whatever the size of the file. A page is the answer of a server with status
/// 200 and a type that is read, or a file that was put in as it is; requests, revisits, pictures and the like are passed
/// over.
package final class WARCReader {
    /// What the file holds next.
    package enum Item: Sendable {
        /// A page, with the byte where its record begins.
        case page(Fetched, offset: Int)
        /// A record that is damaged and was passed over.
        case fault(GatheringError)
    }

    private let name: String
    private let source: any RecordSource
    private let limit: Int

    /// Whether the first bytes of a file, unpacked, are those of a WARC file.
    package static func recognises(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: "WARC/1.".utf8) }

    /// Whether `window` holds a WARC file, plain or packed; nothing is taken from it.
    package static func recognises(_ window: ByteWindow) throws(GatheringError) -> Bool {
        let first = try window.peek(1 << 12)
        guard GzipDecoder.recognises(first) else { return recognises(first) }
        guard let inflater = Inflater(.gzip) else { return false }
        var beginning: [UInt8] = []
        _ = inflater.inflate(first, into: &beginning, room: 16)
        return recognises(beginning)
    }

    /// Reads `window`, which messages call `name`; pages of more than `limit` bytes are refused.
    package init(_ window: ByteWindow, name: String, limit: Int = PageLimits.bytes) throws(GatheringError) {
        self.name = name
        self.limit = limit
        if GzipDecoder.recognises(try window.peek(2)) {
            guard let packed = PackedRecords(window) else {
                throw GatheringError(.unreadable(reason: "there is not enough memory"), location: name)
            }
            source = packed
        } else {
            source = PlainRecords(window)
        }
    }

    /// The next page or fault; `nil` at the end.
    package func next() throws(GatheringError) -> Item? {
        while try source.beginRecord() {
            let offset = source.recordOffset
            do throws(Damage) {
                if let page = try record() { return .page(page, offset: offset) }
            } catch {
                if let failure = error.failure { throw failure }
                if !error.isPassed { try source.resynchronise(back: error.distance) }
                return .fault(
                    GatheringError(.damagedRecord(offset: offset, reason: error.reason), location: name))
            }
        }
        return nil
    }

    /// Why a record cannot be read.
    private struct Damage: Error {
        var reason: String
        /// How many bytes back its block begins.
        var distance = 0
        /// Whether the record was taken to its end, so that the next one follows.
        var isPassed = false
        var failure: GatheringError?
    }

    private func peek(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
        do throws(GatheringError) { return try source.peek(count) } catch {
            throw Damage(reason: "", failure: error)
        }
    }

    /// Takes a whole record; `nil` where it is no page.
    private func record() throws(Damage) -> Fetched? {
        let head = try self.head()
        guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
            throw Damage(reason: "it does not say its length")
        }
        let ends: Bool?
        do throws(GatheringError) { ends = try source.endsRecord(after: length) } catch {
            throw Damage(reason: "", failure: error)
        }
        if ends == false { throw Damage(reason: "its length of \(length) bytes is wrong, or it is cut short") }
        let isAnswer =
            head["warc-type"]?.lowercased() == "response"
            && head["content-type"]?.lowercased().hasPrefix("application/http") == true
        let isFile = !isAnswer && isFile(head)
        guard isAnswer || isFile, length <= limit + WARCSyntax.headLimit else {
            try skip(length)
            try takeEnd(after: length)
            guard !isAnswer, !isFile else {
                throw Damage(reason: "its \(length) bytes are more than the \(limit) that are taken", isPassed: true)
            }
            return nil
        }
        let block = Array(try peek(length))
        source.consume(block.count)
        guard block.count == length else { throw Damage(reason: "it is cut short", distance: block.count) }
        try takeEnd(after: length)
        if isFile { return block.isEmpty ? nil : fetched(block, as: head["content-type"], headers: [:], head) }
        return try page(of: block, head)
    }

    /// Whether a record holds a page or document without the words of a server around it; programs keep their own notes so as well, at
    /// addresses that are none of the web.
    private func isFile(_ head: HTTPHeaders) -> Bool {
        guard head["warc-type"]?.lowercased() == "resource", PageTypes.mayHoldArticle(head["content-type"]) else {
            return false
        }
        let location = head["warc-target-uri"]?.lowercased().drop { $0 == "<" } ?? ""
        return location.hasPrefix("http://") || location.hasPrefix("https://")
    }

    private func skip(_ length: Int) throws(Damage) {
        var left = length
        while left > 0 {
            let bytes = try peek(min(left, 1 << 16))
            guard !bytes.isEmpty else { throw Damage(reason: "it is cut short", distance: length - left) }
            source.consume(bytes.count)
            left -= bytes.count
        }
    }

    /// Two line ends close a record.
    private func takeEnd(after length: Int) throws(Damage) {
        let end = try peek(4)
        let taken = end.prefix(while: WARCSyntax.isLineEnd).count
        let isRight = end.elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) || end.starts(with: [0x0A, 0x0A])
        guard isRight else {
            let reason = source.isDamaged ? "its compressed data is damaged" : "its length of \(length) bytes is wrong"
            throw Damage(reason: reason, distance: length)
        }
        source.consume(taken)
        // Reading on brings the check sum of a packed record.
        if try peek(1).isEmpty, source.isDamaged { throw Damage(reason: "its compressed data is damaged") }
    }

    private func head() throws(Damage) -> HTTPHeaders {
        let bytes = try peek(WARCSyntax.headLimit)
        guard WARCReader.recognises(bytes) else {
            if source.isDamaged { throw Damage(reason: "its compressed data is damaged") }
            let isOther = bytes.starts(with: WARCSyntax.opening)
            // The mark itself is not to be found again.
            source.consume(1)
            throw Damage(reason: isOther ? "its version is none that is read" : "no record begins here")
        }
        guard let head = HTTPMessage.head(of: bytes) else {
            source.consume(1)
            throw Damage(reason: source.isDamaged ? "its compressed data is damaged" : "its head does not end")
        }
        source.consume(head.count)
        return head.headers
    }

    private func page(of block: [UInt8], _ head: HTTPHeaders) throws(Damage) -> Fetched? {
        guard let message = HTTPMessage(response: block) else {
            throw Damage(reason: "it holds no answer of a server", isPassed: true)
        }
        guard message.status == 200, PageTypes.mayHoldArticle(message.headers["content-type"]) else { return nil }
        let body: [UInt8]
        do throws(HTTPMessage.Fault) { body = try message.content(limit: limit) } catch {
            throw Damage(reason: error.reason, isPassed: true)
        }
        guard !body.isEmpty else { return nil }
        let headers = Retrieval.keptHeaders.compactMap { name in message.headers[name].map { (name, $0) } }
        return fetched(
            body, as: message.headers["content-type"],
            headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }), head)
    }

    private func fetched(
        _ body: [UInt8], as type: String?, headers: [String: String], _ head: HTTPHeaders
    ) -> Fetched {
        var location = head["warc-target-uri"] ?? ""
        // Some programs write the URI in angle brackets, following a misprint of the standard.
        if location.hasPrefix("<"), location.hasSuffix(">") { location = String(location.dropFirst().dropLast()) }
        location = WebAddress.withoutCredentials(location)
        let instant = head["warc-date"] ?? ""
        return Fetched(
            page: Page(
                bytes: body, location: location, contentType: type, retrieved: instant.isEmpty ? nil : instant),
            retrieval: Retrieval(
                requested: location, location: location, instant: instant, headers: headers, via: name))
    }
}
