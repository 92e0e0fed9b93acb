// SPDX-License-Identifier: Apache-2.0

/// The elements that the standard of HTML knows by name, those no longer in use included.
///
/// Elements of drawings and formulas are `other`, except the roots `svg` and `math`, in the finished document; the name
/// of any element can be had from `Document.name(of:)`.
public enum Tag: UInt8, Hashable, Sendable, CaseIterable {
    /// An element with another name.
    case other
    // Every case below is the element of that name.
    case a, abbr, acronym, address, applet, area, article, aside, audio
    case b, base, basefont, bdi, bdo, bgsound, big, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup
    case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
    case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, image, img, input, ins, kbd, keygen
    case label, legend, li, link, listing, main, map, mark, marquee, math, menu, menuitem, meta, meter
    case nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, output
    case p, param, picture, plaintext, pre, progress, q
    case rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, selectedcontent, slot, small, source, span
    case strike, strong, style, sub, summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
    case u, ul, `var`, video, wbr, xmp
    // Elements of formulas and drawings that the parser has rules for.
    case annotationXML, desc, foreignObject, malignmark, mglyph, mi, mn, mo, ms, mtext

    /// The name in lower case, as the tokenizer reads it.
    var lowercasedName: String {
        switch self {
        case .other: ""
        case .annotationXML: "annotation-xml"
        case .foreignObject: "foreignobject"
        default: String(describing: self)
        }
    }

    /// 1 to 6 for headings.
    public var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}

/// The vocabulary that an element belongs to.
public enum Namespace: UInt8, Hashable, Sendable {
    /// HTML.
    case html
    /// Drawings.
    case svg
    /// Formulas.
    case math
}
