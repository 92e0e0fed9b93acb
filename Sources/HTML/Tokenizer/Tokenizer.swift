// SPDX-License-Identifier: Apache-2.0

/// Reads the tokens of a source one by one, by the states of the standard (13.2.5).
///
/// The states are not kept one by one: each method reads from one state to the next token, with loops over bytes where
/// the standard has a state that eats characters. Texts and values are ranges of the source where nothing in them has
/// to be decoded, otherwise ranges behind its end, which count through `decoded`.
package struct Tokenizer {
    /// What the text is that the next token begins with.
    package enum Content: UInt8 {
        case data, rcdata, rawtext, script, plaintext, cdata
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    var position = 0
    package var content = Content.data
    package var token = Token()
    package var doctype = DoctypeToken()
    /// The attributes of all elements made so far, and from `attributeStart` on those of the token.
    package var attributes: [Attribute] = []
    var attributeStart = 0
    /// The characters of the last character reference.
    var referenced: [UInt8] = []
    /// Text that stands otherwise in the source.
    var decoded: [UInt8] = []
    var tagNames = ForeignAdjustments.shared.tags
    var attributeNames = ForeignAdjustments.shared.attributes
    /// For every name of an attribute the last tag that had it.
    private var lastTagWith = [UInt32](repeating: 0, count: ForeignAdjustments.shared.attributes.count)
    private var tagSerial: UInt32 = 0
    /// The name of the last start tag, which an end tag has to have in `script`, `title` and the like.
    package var lastStartTag: Int32 = 0
    /// Whether `<![CDATA[` begins a text: only in drawings and formulas.
    package var allowsCDATA = false
    let reportsErrors: Bool
    package var errors: [ParseError] = []
    let references = CharacterReferences.shared
    private let attributeLimit: Int
    /// What was too much.
    var excess: HTMLError?

    /// Reads `count` bytes, which must stay where they are.
    package init(
        _ base: UnsafePointer<UInt8>, count: Int, reportsErrors: Bool = false, attributeLimit: Int = .max
    ) {
        self.base = base
        self.count = count
        self.reportsErrors = reportsErrors
        self.attributeLimit = attributeLimit
    }

    /// Reads the next token into `token`.
    package mutating func next() {
        switch content {
        case .data: readText(isData: true)
        case .rcdata: readText(isData: false)
        case .rawtext: readRawText()
        case .script: readScript()
        case .plaintext: readPlainText()
        case .cdata: readCDATA()
        }
    }

    // MARK: - Errors

    @inline(__always)
    mutating func report(_ code: StaticString, at byte: Int) {
        if reportsErrors { list(code, at: byte) }
    }

    @inline(never)
    private mutating func list(_ code: StaticString, at byte: Int) {
        errors.append(ParseError(code: code.description, byte: byte))
    }

    // MARK: - Giving tokens

    mutating func give(_ kind: Token.Kind, from start: Int, to end: Int, content: ByteRange = .empty) {
        token.kind = kind
        token.start = start
        token.end = end
        token.content = content
        position = end
    }

    mutating func giveEnd() { give(.end, from: count, to: count) }

    // MARK: - Attributes

    /// Keeps the token's attributes as those of an element and returns their places.
    mutating func keepAttributes() -> ByteRange {
        let range = ByteRange(attributeStart, attributes.count)
        attributeStart = attributes.count
        return range
    }

    /// The places of the token's attributes.
    package var tokenAttributes: Range<Int> { attributeStart..<attributes.count }

    mutating func beginTag() {
        if attributes.count > attributeStart { attributes.removeSubrange(attributeStart...) }
        tagSerial &+= 1
    }

    /// Adds an attribute unless the tag has one of that name.
    mutating func add(_ name: Int32, value: ByteRange, nameEnd: Int) {
        let place = Int(name)
        while lastTagWith.count <= place { lastTagWith.append(0) }
        if lastTagWith[place] == tagSerial {
            return report("duplicate-attribute", at: nameEnd)
        }
        lastTagWith[place] = tagSerial
        let known = place < AttributeName.allCases.count ? AttributeName(rawValue: UInt8(place)) ?? .other : .other
        attributes.append(Attribute(known: known, prefix: .none, name: name, value: value))
        if attributes.count - attributeStart > attributeLimit, excess == nil {
            excess = .tooManyAttributes(limit: attributeLimit, byte: token.start)
        }
    }

    /// Looks a name's bytes up.
    func bytes(of range: ByteRange) -> [UInt8] {
        let start = Int(range.start)
        if start >= count { return Array(decoded[(start - count)..<(Int(range.end) - count)]) }
        return Array(UnsafeBufferPointer(start: base + start, count: range.count))
    }
}

/// The names that every document begins with.
enum Names {
    static let tags = NameTable(names: Tag.allCases.map(\.lowercasedName), hidden: ForeignNames.svgElements)
    static let attributes = NameTable(
        names: AttributeName.allCases.map(\.name),
        hidden: ForeignNames.svgAttributes + ForeignNames.mathAttributes + ForeignNames.localNames)
    static let tagCount = Tag.allCases.count
}
