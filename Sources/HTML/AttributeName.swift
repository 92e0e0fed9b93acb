// SPDX-License-Identifier: Apache-2.0

/// Attributes that are looked up often enough to have a number of their own.
///
/// Any other attribute can be had by its name as a string.
public enum AttributeName: UInt8, Hashable, Sendable, CaseIterable {
    /// An attribute with another name.
    case other
    // Every case below is the attribute of that name.
    case abbr, accept, accesskey, action, align, alt, ariaHidden, ariaLabel, async, border, charset, checked, cite
    case `class`, color, cols, colspan, content, controls, coords, crossorigin, data, dataComponent,
        dataTestid, datetime, `defer`, definitionurl
    case dir, disabled, encoding, enctype, face, `for`, headers, height, hidden, href, hreflang, httpEquiv, id,
        integrity
    case itemid, itemprop, itemref, itemscope, itemtype, kind, label, lang, language, list, loading, max, media, method
    case min, multiple, name, nonce, onclick, onload, placeholder, poster, property, pubdate, readonly, rel, required
    case role, rows, rowspan, scope, selected, shape, size, sizes, slot, span, src, srcdoc, srclang, srcset, start
    case style, summary, tabindex, target, title, type, usemap, valign, value, version, width, xmlLang, xmlns

    /// The name in lower case, as the tokenizer reads it.
    public var name: String {
        switch self {
        case .other: ""
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .dataComponent: "data-component"
        case .dataTestid: "data-testid"
        case .httpEquiv: "http-equiv"
        case .xmlLang: "xml:lang"
        default: String(describing: self)
        }
    }
}

/// One attribute of an element.
public struct Attribute: Sendable {
    /// The namespaces that attributes of drawings and formulas can have.
    public enum Prefix: UInt8, Hashable, Sendable {
        /// No namespace.
        case none
        /// `xlink:`.
        case xlink
        /// `xml:`.
        case xml
        /// `xmlns:`.
        case xmlns
    }

    /// The attribute's number, `other` if it has none.
    ///
    /// In a drawing or formula `xml:lang` keeps its number although its name is split in two.
    public internal(set) var known: AttributeName
    /// The namespace.
    public internal(set) var prefix: Prefix
    /// The place of the name in the document's table.
    var name: Int32
    /// Where the value is.
    var value: ByteRange
}
