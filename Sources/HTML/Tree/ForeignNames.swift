// SPDX-License-Identifier: Apache-2.0

/// Names in drawings and formulas that the tokenizer, which makes letters small, gets wrong (13.2.6.1).
enum ForeignNames {
    /// Elements of drawings with capitals.
    static let svgElements = words(
        """
        altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
        feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
        feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
        fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
        radialGradient textPath
        """)
    /// Attributes of drawings with capitals.
    static let svgAttributes = words(
        """
        attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode
        filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes
        lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves
        pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha
        preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
        specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage
        tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan
        """)
    /// Attributes of formulas with capitals.
    static let mathAttributes = ["definitionURL"]
    /// Attributes with a namespace, as the tokenizer reads them.
    static let prefixed: [(name: String, prefix: Attribute.Prefix, local: String)] = [
        ("xlink:actuate", .xlink, "actuate"), ("xlink:arcrole", .xlink, "arcrole"), ("xlink:href", .xlink, "href"),
        ("xlink:role", .xlink, "role"), ("xlink:show", .xlink, "show"), ("xlink:title", .xlink, "title"),
        ("xlink:type", .xlink, "type"), ("xml:lang", .xml, "lang"), ("xml:space", .xml, "space"),
        ("xmlns", .none, "xmlns"), ("xmlns:xlink", .xmlns, "xlink"),
    ]
    /// What stands behind the colon in them.
    static let localNames = prefixed.map(\.local)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }
}

/// The numbers by which those names are replaced.
struct ForeignAdjustments: Sendable {
    static let shared = ForeignAdjustments()

    private var elements: [Int32: Int32] = [:]
    private var svg: [Int32: Int32] = [:]
    private var math: [Int32: Int32] = [:]
    private var prefixed: [Int32: (prefix: Attribute.Prefix, local: Int32)] = [:]
    /// The tokenizer's names with these numbers.
    let tags: NameTable
    let attributes: NameTable

    /// Adds the small forms behind the tables that every document begins with.
    private init() {
        var tags = Names.tags
        var attributes = Names.attributes
        let firstTag = Names.tagCount
        for (place, name) in ForeignNames.svgElements.enumerated() {
            elements[Self.number(of: name, in: &tags)] = Int32(firstTag + place)
        }
        var place = AttributeName.allCases.count
        for name in ForeignNames.svgAttributes {
            svg[Self.number(of: name, in: &attributes)] = Int32(place)
            place += 1
        }
        for name in ForeignNames.mathAttributes {
            math[Self.number(of: name, in: &attributes)] = Int32(place)
            place += 1
        }
        for entry in ForeignNames.prefixed {
            prefixed[Self.number(of: entry.name, in: &attributes)] = (entry.prefix, Int32(place))
            place += 1
        }
        self.tags = tags
        self.attributes = attributes
    }

    private static func number(of name: String, in table: inout NameTable) -> Int32 {
        Array(name.utf8).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { table.number(of: $0, buffer.count, available: buffer.count) } ?? 0
        }
    }

    /// The name of an element of a drawing.
    func element(_ name: Int32) -> Int32 { elements[name] ?? name }

    /// Puts an attribute right.
    func adjust(_ attribute: inout Attribute, in namespace: Namespace) {
        if let name = (namespace == .svg ? svg : math)[attribute.name] {
            attribute.name = name
        } else if let found = prefixed[attribute.name] {
            attribute.name = found.local
            attribute.prefix = found.prefix
        }
    }
}
