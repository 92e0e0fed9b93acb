// SPDX-License-Identifier: Apache-2.0

import Briefing
import Hashing
import Hummingbird

/// What stands in a kept page where its reader's own belongs; nobody outside ever sees it.
struct PageBlanks: Sendable {
    /// A letter that no page has, so that blanks are found soon.
    fileprivate static let mark: UInt8 = 2

    /// For the name of the reader.
    let name = PageBlanks.make()
    /// For what the forms of the browser carry.
    let token = PageBlanks.make()

    private static func make() -> String {
        "\(Unicode.Scalar(mark))\(SecretToken().digest(for: "blank"))"
    }
}

/// Who gets a page.
struct PageReader: Sendable {
    /// The name, for the foot of the page.
    let name: String
    /// What the forms of the browser carry.
    let token: String
}

/// A page without its reader's own.
struct KeptPage: Sendable {
    private enum Piece {
        case text(ByteBuffer)
        case name, token
    }

    private let status: HTTPResponse.Status
    private let headers: HTTPFields
    private let pieces: [Piece]
    private let tag: String
    /// How many bytes the page has.
    let size: Int
    /// Whether it may be given again: it is whole, and says nothing that holds only once.
    var isKept: Bool { status == .ok && headers[.setCookie] == nil && headers[.cacheControl] == nil }

    /// Takes a page that was made for a reader with `blanks` for a name and a token.
    init(_ response: Response, body: ByteBuffer, blanks: PageBlanks) {
        status = response.status
        var headers = response.headers
        // The length is another one for each reader.
        headers[.contentLength] = nil
        self.headers = headers
        size = body.readableBytes
        pieces = Self.pieces(of: Array(buffer: body), blanks)
        tag = String(SHA256Digest(of: body.readableBytesView).description.prefix(16))
    }

    private static func pieces(of body: [UInt8], _ blanks: PageBlanks) -> [Piece] {
        let (name, token) = (Array(blanks.name.utf8), Array(blanks.token.utf8))
        var pieces: [Piece] = []
        var rest = body[...]
        var search = rest
        while let place = search.firstIndex(of: PageBlanks.mark) {
            let found: (piece: Piece, count: Int)? =
                body[place...].starts(with: token)
                ? (.token, token.count) : body[place...].starts(with: name) ? (.name, name.count) : nil
            guard let found else {
                search = body[(place + 1)...]
                continue
            }
            pieces += [.text(ByteBuffer(bytes: rest[..<place])), found.piece]
            rest = body[(place + found.count)...]
            search = rest
        }
        return pieces + [.text(ByteBuffer(bytes: rest))]
    }

    /// The page as `reader` gets it, or nothing where their browser has it already.
    func response(to request: Request, for reader: PageReader) -> Response {
        var headers = headers
        guard status == .ok else { return Response(status: status, headers: headers, body: body(for: reader)) }
        let own = SHA256Digest(of: Array("\(reader.token)\n\(reader.name)".utf8)).description.prefix(16)
        let entity = "\"\(tag)-\(own)\""
        headers[.eTag] = entity
        if request.knows(entity) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: body(for: reader))
    }

    private func body(for reader: PageReader) -> ResponseBody {
        let name = MarkupText.escaped(reader.name)
        var buffer = ByteBuffer()
        buffer.reserveCapacity(size + name.utf8.count)
        for piece in pieces {
            switch piece {
            case .text(let text): buffer.writeImmutableBuffer(text)
            case .name: buffer.writeString(name)
            case .token: buffer.writeString(reader.token)
            }
        }
        return ResponseBody(byteBuffer: buffer)
    }
}

extension Request {
    /// Whether whoever asks has what `tag` (with its quotes) stands for already (RFC 9110, 13.1.2).
    func knows(_ tag: String) -> Bool {
        headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.contains { known in
            let known = known.trimmingPrefix { $0 == " " }.prefix { $0 != " " }
            // A proxy that packs the answer calls its tag weak.
            return known == "*" || known.trimmingPrefix("W/") == tag
        }
    }
}
