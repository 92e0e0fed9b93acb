// SPDX-License-Identifier: Apache-2.0

import HTML

extension HTMLTag {
    /// Whether the element stands inside a line of text; elements without a name that is known do.
    package var isInline: Bool {
        switch self {
        case .a, .b, .strong, .i, .em, .u, .s, .small, .big, .font, .span, .sub, .sup, .cite, .code, .kbd, .samp,
            .mark, .abbr, .time, .ins, .del, .q, .label, .wbr, .nobr, .tt, .dfn, .bdo, .bdi, .ruby, .rb, .rt, .rtc,
            .slot, .img, .image, .picture, .acronym, .strike, .var, .data, .meter, .progress, .basefont, .other:
            true
        default: false
        }
    }

    /// Whether the element never holds text to be read.
    package var isInvisible: Bool {
        switch self {
        case .head, .script, .style, .noscript, .template, .title, .iframe, .frame, .frameset, .noframes, .object,
            .embed, .noembed, .applet, .video, .audio, .canvas, .map, .svg, .math, .select, .optgroup, .option,
            .datalist, .textarea, .input, .dialog, .rp, .rt, .rtc, .track, .param:
            true
        default: false
        }
    }
}
