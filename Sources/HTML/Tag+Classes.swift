// SPDX-License-Identifier: Apache-2.0

/// What the rules of tree construction want to know of an element (13.2.4.2, 13.2.4.3).
struct TagClasses: OptionSet {
    let rawValue: UInt16

    /// "Special": formatting does not reach through it.
    static let special = TagClasses(rawValue: 1 << 0)
    /// An end tag does not reach through it.
    static let scope = TagClasses(rawValue: 1 << 1)
    /// The same for list items.
    static let listScope = TagClasses(rawValue: 1 << 2)
    /// The same for paragraphs.
    static let buttonScope = TagClasses(rawValue: 1 << 3)
    /// The same for the parts of tables.
    static let tableScope = TagClasses(rawValue: 1 << 4)
    /// Left out, its end tag is implied.
    static let impliedEnd = TagClasses(rawValue: 1 << 5)
    /// The same where a template ends.
    static let impliedEndThoroughly = TagClasses(rawValue: 1 << 6)
    /// Text and elements do not belong into it directly.
    static let fosters = TagClasses(rawValue: 1 << 7)
    /// A new list item closes no older one outside of it.
    static let itemBarrier = TagClasses(rawValue: 1 << 8)
}

extension Tag {
    /// The classes of the element in HTML.
    var classes: TagClasses {
        switch self {
        case .applet, .marquee, .object, .select, .template, .caption, .td, .th: scopes
        case .html: [.special, .scope, .listScope, .buttonScope, .tableScope, .itemBarrier]
        case .table: [.special, .scope, .listScope, .buttonScope, .tableScope, .fosters, .itemBarrier]
        case .tbody, .thead, .tfoot, .tr: [.special, .impliedEndThoroughly, .fosters, .itemBarrier]
        case .ol, .ul: [.special, .listScope, .itemBarrier]
        case .button: [.special, .buttonScope, .itemBarrier]
        case .address, .div: .special
        case .p: [.special, .impliedEnd, .impliedEndThoroughly]
        case .dd, .dt, .li: [.special, .impliedEnd, .impliedEndThoroughly, .itemBarrier]
        case .optgroup, .option, .rb, .rp, .rt, .rtc: [.impliedEnd, .impliedEndThoroughly]
        case .colgroup: [.special, .impliedEndThoroughly, .itemBarrier]
        case .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .center, .col, .details,
            .dir, .dl, .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4,
            .h5, .h6, .head, .header, .hgroup, .hr, .iframe, .img, .input, .keygen, .link, .listing, .main, .menu,
            .meta, .nav, .noembed, .noframes, .noscript, .param, .plaintext, .pre, .script, .search, .section,
            .source, .style, .summary, .textarea, .title, .track, .wbr, .xmp:
            [.special, .itemBarrier]
        default: []
        }
    }

    private var scopes: TagClasses {
        var classes: TagClasses = [.special, .scope, .listScope, .buttonScope, .itemBarrier]
        switch self {
        case .template: classes.formUnion([.tableScope])
        case .caption, .td, .th: classes.insert(.impliedEndThoroughly)
        default: break
        }
        return classes
    }

    /// The classes of the element in a vocabulary.
    @inline(__always)
    func classes(in namespace: Namespace) -> TagClasses {
        if namespace == .html { return classes }
        switch self {
        case .mi, .mo, .mn, .ms, .mtext, .annotationXML:
            return namespace == .math ? [.special, .scope, .listScope, .buttonScope, .itemBarrier] : []
        case .foreignObject, .desc, .title:
            return namespace == .svg ? [.special, .scope, .listScope, .buttonScope, .itemBarrier] : []
        default: return []
        }
    }

    /// Whether the element is one of those that the adoption agency looks after.
    var isFormatting: Bool {
        switch self {
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
        default: false
        }
    }
}
