// SPDX-License-Identifier: Apache-2.0

import CExpat

/// Goes through XML by expat and tells a handler what is there.
///
/// Nothing outside the document is ever read, and a document that declares entities is refused, so that none can grow
/// on being read. Entities that are declared nowhere, such as `&nbsp;` in many feeds, become a blank.
final class XMLScanner {
    /// Where and why the document ends early.
    struct Damage: Error, Hashable {
        let line: Int
        let reason: String
    }

    private static let depthLimit = 200
    private let handler: any XMLHandler
    private let parser: XML_Parser
    private var depth = 0
    private var refusal: String?

    /// Tells `handler` what the UTF-8 text `document` holds; what was told before the damage stands.
    static func scan(_ document: [UInt8], telling handler: any XMLHandler) throws(Damage) {
        guard let scanner = XMLScanner(handler) else { throw Damage(line: 0, reason: "there is not enough memory") }
        try scanner.scan(document)
    }

    private init?(_ handler: any XMLHandler) {
        // The text was decoded before, so that what the document says about its encoding does not count.
        guard let parser = XML_ParserCreate("UTF-8") else { return nil }
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_UseForeignDTD(parser, XML_Bool(XML_TRUE))
        XML_SetElementHandler(
            parser,
            { context, name, attributes in XMLScanner.from(context)?.begin(name, attributes) },
            { context, name in XMLScanner.from(context)?.end(name) })
        XML_SetCharacterDataHandler(parser) { context, bytes, count in
            guard let bytes else { return }
            let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(count))
            XMLScanner.from(context)?.handler.text(String(decoding: buffer, as: UTF8.self))
        }
        XML_SetSkippedEntityHandler(parser) { context, _, _ in XMLScanner.from(context)?.handler.text(" ") }
        XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
            XMLScanner.from(context)?.refuse("it declares entities, which no feed needs")
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
        context.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
    }

    private func scan(_ document: [UInt8]) throws(Damage) {
        let pieceSize = 1 << 20
        var start = 0
        repeat {
            let end = min(document.count, start + pieceSize)
            let status = document[start..<end].withUnsafeBytes { piece in
                XML_Parse(
                    parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
                    end == document.count ? 1 : 0)
            }
            guard status == XML_STATUS_OK else { throw damage }
            start = end
        } while start < document.count
    }

    private var damage: Damage {
        let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is no XML"
        return Damage(line: Int(XML_GetCurrentLineNumber(parser)), reason: refusal ?? words)
    }

    private func refuse(_ reason: String) {
        refusal = refusal ?? reason
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func begin(_ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        depth += 1
        guard depth <= Self.depthLimit else { return refuse("it is nested deeper than \(Self.depthLimit) levels") }
        guard let name else { return }
        var attributes: [(name: XMLName, value: String)] = []
        if var next = list {
            while let key = next[0], let value = next[1] {
                attributes.append((XMLName(String(cString: key)), String(cString: value)))
                next += 2
            }
        }
        handler.begin(XMLName(String(cString: name)), attributes)
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        depth -= 1
        if let name { handler.end(XMLName(String(cString: name))) }
    }
}
