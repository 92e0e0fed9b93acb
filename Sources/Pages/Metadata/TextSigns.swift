// SPDX-License-Identifier: Apache-2.0

/// Who wrote a text by its first and last words, where nothing else on the page says so.
struct TextSigns {
    /// What names persons.
    var bylines: [String] = []
    /// The agency that the text is from.
    var agency: String?

    /// Unicode scalars of a dateline, of an agency's name and of a sign-off.
    private static let longest = (dateline: 60, agency: 12, signOff: 240)

    /// The agency in the dateline that a text opens with: `Lund (dpa/lno) – …`.
    static func agency(openingOf text: String) -> String? {
        let head = Array(text.unicodeScalars.prefix(longest.dateline + 4))
        guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") else { return nil }
        let inside = head[(open + 1)..<close]
        guard (2...longest.agency).contains(inside.count), close + 3 < head.count, head[close + 1] == " ",
            isDash(head[close + 2]), head[close + 3] == " ",
            inside.allSatisfy({ $0.properties.isAlphabetic || $0 == "/" })
        else { return nil }
        let places = text.prefix { $0 != "(" }.words
        guard (1...4).contains(places.count), places.allSatisfy({ $0.first?.isUppercase == true }) else { return nil }
        return String(String.UnicodeScalarView(inside))
    }

    /// What stands in brackets behind the last sentence of a text and names its authors: `… next year. (Ann Bell)`,
    /// or behind one of the sign-offs `(Reporting by Ann Bell and Carl Dorn; editing by …)`.
    static func byline(closing text: String, signOffs: [String]) -> String? {
        let body = text.unicodeScalars.reversed().drop { $0 == "+" || $0 == " " || $0 == "." }
        guard body.first == ")" else { return nil }
        let inside = Array(body.dropFirst().prefix { $0 != "(" })
        guard inside.count <= longest.signOff else { return nil }
        let content = String(String.UnicodeScalarView(inside.reversed()))
        let lowered = content.lowercased()
        if signOffs.contains(where: lowered.hasPrefix) {
            return content.unicodeScalars.split(separator: ";").first.map { String($0) }
        }
        // Behind the end of a quotation stands who said it.
        let end = body.dropFirst(inside.count + 2).first { $0 != " " }
        guard end == "." || end == "!" || end == "?" else { return nil }
        return looksLikeName(content.words) ? content : nil
    }

    /// The person who owns a text by a notice with a year below it: `© 2025 Ann Bell`.
    static func owner(in notice: String, phrases: PhraseLexicon) -> String? {
        guard let owner = CopyrightNotice.owner(in: notice, phrases: phrases), looksLikeName(owner.words) else {
            return nil
        }
        return notice.unicodeScalars.count { (0x30...0x39).contains($0.value) } >= 4 ? owner : nil
    }

    /// The name of two words with which the words about a person begin: `Ann Bell is …`, `Ann Bell - …`.
    static func name(openingOf words: String) -> String? {
        let opening = Array(words.words.prefix(3))
        guard let next = opening.last, opening.count == 3, looksLikeName(opening.prefix(2)),
            next.first?.isUppercase == false, opening[0] != opening[1]
        else { return nil }
        return opening.prefix(2).joined(separator: " ")
    }

    private static func looksLikeName(_ words: some Collection<Substring>) -> Bool {
        (2...4).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true
                    && word.unicodeScalars.allSatisfy {
                        $0.properties.isAlphabetic || $0 == "-" || $0 == "." || $0 == "'"
                    }
            }
            && words.filter { $0.dropFirst().contains(where: \.isLowercase) }.count > 1
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "–" || scalar == "—" }
}
