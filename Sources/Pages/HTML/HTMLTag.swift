// SPDX-License-Identifier: Apache-2.0

/// The elements that the extraction tells apart; the rest are `other`.
package enum HTMLTag: String, Hashable, Sendable, CaseIterable {
    case html, head, body, title, base, link, meta, script, style, noscript, template
    case article, section, nav, aside, main, header, footer, address, hgroup
    case h1, h2, h3, h4, h5, h6
    case p, div, center, pre, blockquote, q, ul, ol, li, dl, dt, dd, figure, figcaption, picture, img, hr, br, wbr
    case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
    case a, b, strong, i, em, u, s, small, big, font, span, sub, sup, cite, code, kbd, samp, mark, abbr, time, ins, del
    case form, fieldset, legend, label, input, button, select, option, textarea, datalist, output, details, summary
    case dialog, iframe, frame, frameset, object, embed, video, audio, source, track, canvas, map, area, svg, math
    case marquee, menu, search, slot, nobr, tt, dfn, bdo, bdi, ruby, rt, rp
    case other

    /// Whether the element stands inside a line of text.
    package var isInline: Bool {
        switch self {
        case .a, .b, .strong, .i, .em, .u, .s, .small, .big, .font, .span, .sub, .sup, .cite, .code, .kbd, .samp,
            .mark, .abbr, .time, .ins, .del, .q, .label, .wbr, .nobr, .tt, .dfn, .bdo, .bdi, .ruby, .rt, .slot, .img,
            .picture, .other:
            true
        default: false
        }
    }

    /// Whether the element never holds text to be read.
    package var isInvisible: Bool {
        switch self {
        case .head, .script, .style, .noscript, .template, .title, .iframe, .frame, .frameset, .object, .embed, .video,
            .audio, .canvas, .map, .svg, .math, .select, .option, .datalist, .textarea, .input, .dialog, .rp, .rt,
            .track:
            true
        default: false
        }
    }

    /// 1 to 6 for headings.
    package var headingLevel: Int? {
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
