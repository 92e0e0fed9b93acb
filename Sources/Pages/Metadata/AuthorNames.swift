// SPDX-License-Identifier: Apache-2.0

import HTML

/// Makes lists of persons' names out of bylines.
struct AuthorNames {
    let lexicon: MetadataLexicon
    private let dates: DateLexicon
    private let roles: RoleWords
    private let siteKeys: Set<String>

    /// Takes every name of the site that is known.
    init(lexicons: Lexicons, siteNames: [String]) {
        lexicon = lexicons.metadata
        dates = lexicons.dates
        roles = RoleWords(lexicon: lexicons.metadata)
        siteKeys = Set(siteNames.map { PhraseLexicon.tightKey($0) })
    }

    /// Whether a name is the site's own.
    func isSite(_ name: String) -> Bool {
        let key = PhraseLexicon.tightKey(name)
        return siteKeys.contains(key) || name.hasBlank && siteKeys.contains { $0.hasPrefix(key) }
    }

    /// The name of which an account is made: `ann.bell` stands for Ann Bell.
    static func spelledOut(account: String) -> String {
        let parts = account.split(separator: ".")
        guard parts.count == 2, parts.allSatisfy({ $0.count > 2 && $0.allSatisfy { $0.isLetter && $0.isLowercase } })
        else { return account }
        return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// Whether a name is the site's, an address's or that of another body: it counts where no person is named.
    func isBody(_ name: String) -> Bool {
        // Words that begin small, such as `our readers`.
        if isAbbreviation(name) { return true }
        if let first = name.words.first, first.count < name.count, first.first?.isLowercase == true,
            first.first?.isCased == true, !first.utf8.contains(0x2E), !lexicon.nameParticles.contains(String(first)),
            !first.utf8.contains(0x27)
        {
            return true
        }
        return isSite(name) || isAddress(name) || hasBodyWord(name)
    }

    /// Whether a name is written as the address of a site, such as `harbourpost.example`.
    func isAddress(_ name: String) -> Bool { !name.hasBlank && name.dropFirst().dropLast(2).utf8.contains(0x2E) }

    /// Whether a name of several words can be a person's only: none of its words is an abbreviation.
    func isPlainPerson(_ name: String) -> Bool {
        guard name.hasBlank, !isBody(name) else { return false }
        let capitals = name.words.count { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
        return capitals == 0 || capitals == name.words.count
    }

    /// What stands for an author who stays unnamed, such as `Staff Writer`.
    func unnamedAuthor(in byline: String) -> String? {
        let text = withoutPrefixes(WhiteSpace.folded(byline))
        return lexicon.unnamedAuthors.contains(PhraseLexicon.key(text)) ? text : nil
    }

    /// Whether a name may be that of the person whose site it is: `Ann Bell's Diary` is no body of that name.
    func mayBeOwner(_ name: String) -> Bool {
        !siteKeys.contains(PhraseLexicon.tightKey(name)) && !hasBodyWord(name)
    }

    private func hasBodyWord(_ name: String) -> Bool {
        name.lowercased().words.contains { word in
            lexicon.bodyWords.contains(String(word)) || lexicon.bodyEndings.contains { word.hasSuffix($0) }
        }
    }

    /// Whether a name is the few capitals of an agency or a newsroom, such as `AFP`.
    func isAbbreviation(_ name: String) -> Bool { name.utf8.count <= 4 && name.allSatisfy(\.isUppercase) }

    /// The names in a byline such as `By Ann Bell and Carl Dorn`, without what names nobody.
    func names(in byline: String) -> [String] { names(in: byline, isDeclared: false) }

    /// The same; a value that mark-up declares to be an author may be the name of an account, such as `bell77`.
    func names(in byline: String, isDeclared: Bool) -> [String] {
        let byline = String(String.UnicodeScalarView(byline.unicodeScalars.filter { $0 != "\u{AD}" }))
        var text = WhiteSpace.folded(CharacterReferences.decoded(in: byline))
        if isDeclared, isSite(text), !text.isEmpty { return [text] }
        text = afterDate(withoutPrefixes(text))
        if lexicon.unnamedAuthors.contains(PhraseLexicon.key(text)) { return [] }
        for joiner in lexicon.nameJoiners {
            var start = text.startIndex
            while let place = text.firstPlace(of: joiner, from: start) {
                // `Staff and news services` is one name.
                let next = text[place.upperBound...].first
                if isDeclared, next?.isCased == true, next?.isLowercase == true {
                    start = place.upperBound
                    continue
                }
                text.replaceSubrange(place, with: ";")
                start = text.startIndex
            }
        }
        var names: [String] = []
        for part in parts(of: text, isDeclared: isDeclared) {
            if let last = names.last, let suffix = roles.generation(part) {
                names[names.count - 1] = last + " " + suffix
                continue
            }
            guard let name = clean(String(part), isDeclared: isDeclared), !names.contains(name) else { continue }
            // Behind a person may stand where they are or what they are: `Ann Bell, Lund`, `Ann Bell, City Editor`.
            if let last = names.last, last.hasBlank, !isBody(last), roles.isAddition(name) { continue }
            names += roles.haveTail(part) ? Self.apart(name) : [name]
        }
        // Behind a body stands where it is: `The Harbour Post, Lund, Sweden`.
        if isDeclared, let first = names.first, isBody(first) {
            return [first] + names.dropFirst().filter(\.hasBlank)
        }
        return names
    }

    /// Korean reporters share one title: `김하나 이두리 기자`.
    private static func apart(_ name: String) -> [String] {
        let words = name.words
        let areNames = words.allSatisfy { word in
            (2...4).contains(word.count) && word.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
        }
        return areNames ? words.map(String.init) : [name]
    }

    /// Cuts at signs between names; `AFP/The Post` is one name where mark-up declares it.
    private func parts(of text: String, isDeclared: Bool) -> [Substring] {
        let parts = text.unicodeScalars.split(whereSeparator: Self.standsBetweenNames).map { Substring($0) }
        return parts.flatMap { part -> [Substring] in
            let halves = part.unicodeScalars.split { $0 == "/" || $0 == "／" }.map { Substring($0) }
            if halves.allSatisfy({ $0.words.count > 1 }) { return halves }
            return isDeclared ? [part] : Array(halves.prefix(1))
        }
    }

    private static func standsBetweenNames(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "•", "·", "\n": true
        default: false
        }
    }

    /// What follows `by` in a line such as `3 November 2025 by Ann Bell`.
    private func afterDate(_ text: String) -> String {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
        let lowered = text.lowercased()
        for word in lexicon.namePrefixes.afterDates {
            guard let range = lowered.firstPlace(of: word) else { continue }
            guard lowered[..<range.lowerBound].contains(where: \.isNumber) else { continue }
            return Self.dropping(ArraySlice(lowered[..<range.upperBound].utf8), from: text)
        }
        return text
    }

    private func withoutPrefixes(_ text: String) -> String {
        var text = text
        var changed = true
        while changed {
            changed = false
            let lowered = LoweredLine.lowered(text)
            if let end = lexicon.namePrefixes.all.prefixEnd(of: lowered) {
                text = Self.dropping(lowered[..<end], from: text)
                changed = true
                continue
            }
            // Words and name in neighbouring elements: `Posted byAnn Bell`.
            for prefix in lexicon.namePrefixes.glued where lowered.starts(with: prefix) {
                let rest = Self.dropping(prefix[...], from: text)
                guard rest.first?.isUppercase == true else { continue }
                text = rest
                changed = true
                break
            }
        }
        return text
    }

    /// The text without what it begins with, which is given in lower case.
    private static func dropping(_ opening: ArraySlice<UInt8>, from text: String) -> String {
        String(text.unicodeScalars.dropFirst(opening.count { $0 & 0xC0 != 0x80 }))
    }

    /// What may stand around a name.
    private static let edges: Set<Character> = [
        "~", "_", "!", " ", ".", ":", "-", "–", "—", "*", "=", "\"", "'", "“", "”", "©", "▶", "■", "|",
    ]

    private func clean(_ part: String, isDeclared: Bool) -> String? {
        var name = withoutPrefixes(WhiteSpace.folded(part))
        if name.holds("[at]") || name.holds("(at)") { return nil }
        for (open, close) in [("(", ")"), ("[", "]"), ("<", ">"), ("（", "）")] {
            guard let start = name.firstPlace(of: open) else { continue }
            let end = name.firstPlace(of: close, from: start.upperBound)?.upperBound ?? name.endIndex
            name.removeSubrange(start.lowerBound..<end)
        }
        if name.holds("@") || name.holds("://") {
            name = name.words.filter { !String($0).holds("@") && !String($0).holds("://") }
                .joined(separator: " ")
        }
        let whole = name
        for tail in lexicon.nameTails {
            guard let range = name.lastPlace(of: tail), range.lowerBound > name.startIndex else {
                continue
            }
            // `Staff Reporter` is no Staff.
            if tail.hasPrefix(" "), !name[..<range.lowerBound].hasBlank { continue }
            name = String(name[..<range.lowerBound])
        }
        name = roles.without(roles.withoutRole(before: name), hasLostTail: name.utf8.count < whole.utf8.count)
        name = withoutSite(name)
        let words = name.words.count
        if !isDeclared || words > 1 { name = withoutDate(name) }
        if !isDeclared || words > 3 { name = upToRunningWords(name, isDeclared: isDeclared) }
        name = upToLabel(name)
        while let first = name.first, Self.edges.contains(first) { name.removeFirst() }
        while let last = name.last, Self.edges.contains(last), !(last == "." && Self.endsInInitial(name)) {
            name.removeLast()
        }
        if isDeclared { name = Self.spelledOut(account: name) }
        return isName(name, isDeclared: isDeclared) ? name : nil
    }

    /// Cuts where a label begins that is no part of a name: `Ann Bell All posts`.
    private func upToLabel(_ name: String) -> String {
        let words = name.words
        let end = words.dropFirst().firstIndex { word in
            let lowered = word.lowercased()
            return lexicon.nameStops.contains(lowered)
                || lowered.hasSuffix(":") && lexicon.nameStops.contains(String(lowered.dropLast()))
        }
        guard let end else {
            return name
        }
        return words[..<end].joined(separator: " ")
    }

    /// `The Harbour Post - Ann Bell` names Ann Bell.
    private func withoutSite(_ name: String) -> String {
        for separator in [" - ", " – ", " — ", ": "] {
            guard let range = name.firstPlace(of: separator) else { continue }
            let (head, tail) = (String(name[..<range.lowerBound]), String(name[range.upperBound...]))
            if isSite(head) { return tail }
            // `The Harbour Post - Magazine for sailors`
            return isBody(tail) ? name : head
        }
        return name
    }

    /// `Ann Bell on 3 November` names Ann Bell.
    private func withoutDate(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 &- 0x30 < 10 || $0 >= 0x80 }) else { return name }
        var words = name.words
        guard let digit = words.firstIndex(where: { $0.contains(where: \.isNumber) }), digit > 0 else { return name }
        words.removeSubrange(digit...)
        while let last = words.last, words.count > 1,
            lexicon.dateWords.contains(last.lowercased()) || dates.month(last.lowercased()) != nil
        {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    /// Cuts where words begin that are no part of a name: `Ann Bell am Samstag`.
    private func upToRunningWords(_ name: String, isDeclared: Bool) -> String {
        let words = name.words
        guard words.count > 1, words[0].first?.isUppercase == true else { return name }
        var end = words.count
        for (index, word) in words.enumerated() where index > 0 {
            let isRunning = word.first?.isLowercase == true && word.first?.isCased == true
            if isRunning, !lexicon.nameParticles.contains(word.lowercased()) {
                // One word before running ones is the beginning of a sentence: `From Lund to Malmö`.
                if index == 1, !lexicon.dateWords.contains(word.lowercased()), !isDeclared { return "" }
                end = index
                break
            }
        }
        while end > 1, lexicon.nameParticles.contains(words[end - 1].lowercased()) { end -= 1 }
        return words[..<end].joined(separator: " ")
    }

    private func isName(_ name: String, isDeclared: Bool) -> Bool {
        let count = name.scalarCount
        guard (2...60).contains(count), name.words.count <= 6 else { return false }
        let isAccount = isDeclared && !name.hasBlank
        if !isAccount, name.unicodeScalars.contains(where: { (48...57).contains($0.value) }) { return false }
        guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return false }
        if name.holds(".com") || name.holds("www.") { return false }
        let lowered = name.lowercased()
        if lexicon.notAuthors.contains(lowered) { return false }
        let first = lowered.words.first.map(String.init) ?? ""
        return !lexicon.notAuthorStarts.contains(first)
    }

    private static func endsInInitial(_ name: String) -> Bool {
        let word = name.words.last ?? ""
        return word.count <= 3
    }
}
