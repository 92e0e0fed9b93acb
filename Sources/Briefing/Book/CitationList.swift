// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Numbers sources and their sentences as lines come to cite them.
struct CitationList {
    private let ledger: Ledger
    private var numbers: [String: Int] = [:]
    private var rows: [(source: SourceRow, origin: Int64?)] = []
    private var sentences: [[Brief.CitedSource.Sentence]] = []
    private var texts: [String: String] = [:]

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// Cites what speaks for a value: the first words of at most `limit` origins, or of pages where all are copies.
    mutating func cite(_ claims: [Claim], limit: Int = 2) throws -> [Brief.Mark] {
        var origins: Set<Int64> = []
        var marks: [Brief.Mark] = []
        for claim in claims {
            guard marks.count < limit, let source = claim.source, let evidence = claim.evidence.first else { continue }
            if let origin = claim.origin, !origins.insert(origin).inserted { continue }
            if let mark = try cite(source.id, evidence, origin: claim.origin), !marks.contains(mark) {
                marks.append(mark)
            }
        }
        return marks
    }

    /// Cites a name by the first sentence of each page that has it.
    mutating func cite(name: String, _ claims: [Claim], limit: Int = 1) throws -> [Brief.Mark] {
        var marks: [Brief.Mark] = []
        for claim in claims {
            guard marks.count < limit, let source = claim.source, let text = try text(of: source.id),
                let evidence = text.firstEvidence(of: name)
            else { continue }
            if let mark = try cite(source.id, evidence, origin: claim.origin) { marks.append(mark) }
        }
        return marks
    }

    /// Cites the sentence of a source in which `evidence` stands; `nil` where it does not stand there.
    mutating func cite(_ id: String, _ evidence: Evidence, origin: Int64?) throws -> Brief.Mark? {
        guard let text = try text(of: id), text.text(at: evidence.range) == evidence.quote,
            let sentence = text.sentence(around: evidence.range)
        else { return nil }
        if numbers[id] == nil {
            guard let row = try ledger.source(id) else { return nil }
            rows.append((row, origin))
            sentences.append([])
            numbers[id] = rows.count
        }
        guard let number = numbers[id] else { return nil }
        if rows[number - 1].origin == nil { rows[number - 1].origin = origin }
        let known = sentences[number - 1].firstIndex { $0.evidence == sentence }
        if known == nil { sentences[number - 1].append(.init(evidence: sentence, words: evidence.quote)) }
        return Brief.Mark(source: number, sentence: known ?? sentences[number - 1].count - 1)
    }

    private mutating func text(of id: String) throws -> String? {
        if let text = texts[id] { return text }
        let text = try ledger.text(ofSource: id)
        texts[id] = text
        return text
    }

    /// What was cited, by number.
    var sources: [Brief.CitedSource] {
        var first: [Int64: Int] = [:]
        return zip(rows, sentences).enumerated().map { index, cited in
            let number = index + 1
            let earlier = cited.0.origin.flatMap { first[$0] }
            if let origin = cited.0.origin, earlier == nil { first[origin] = number }
            return Brief.CitedSource(
                number: number, source: cited.0.source, copyOf: earlier, sentences: cited.1)
        }
    }
}

extension String {
    /// The first place where `words` stand, not inside a longer word.
    func firstEvidence(of words: String) -> Evidence? {
        guard !words.isEmpty else { return nil }
        let bytes = Array(utf8)
        let wanted = Array(words.utf8)
        guard bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
            guard bytes[start..<start + wanted.count].elementsEqual(wanted) else { continue }
            let scalars = String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars.count
            let from = TextPosition(scalar: scalars, byte: start)
            let length = TextPosition(scalar: words.unicodeScalars.count, byte: wanted.count)
            return Evidence(range: TextRange(start: from, end: from + length), quote: words)
        }
        return nil
    }

    /// The sentence, or sentences, that a run of this text stands in; never more than its paragraph.
    ///
    /// A full stop after a short word, as in `Dr.`, does not end a sentence.
    func sentence(around range: TextRange) -> Evidence? {
        let scalars = Array(unicodeScalars)
        guard range.scalars.upperBound <= scalars.count, !range.scalars.isEmpty else { return nil }
        var start = range.scalars.lowerBound
        while start > 0, !Self.endsParagraph(scalars[start - 1]), !Self.endsSentence(scalars, before: start) {
            start -= 1
        }
        var end = range.scalars.upperBound
        while end < scalars.count, !Self.endsParagraph(scalars[end]), !Self.endsSentence(scalars, before: end) {
            end += 1
        }
        while start < range.scalars.lowerBound, scalars[start].properties.isWhitespace { start += 1 }
        while end > range.scalars.upperBound, scalars[end - 1].properties.isWhitespace { end -= 1 }
        let before = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
        let quote = String(String.UnicodeScalarView(scalars[start..<end]))
        return Evidence(
            range: TextRange(
                start: TextPosition(scalar: start, byte: before),
                end: TextPosition(scalar: end, byte: before + quote.utf8.count)), quote: quote)
    }

    private static func endsParagraph(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    /// Whether a sentence has ended and white space begun right before `position`.
    private static func endsSentence(_ scalars: [Unicode.Scalar], before position: Int) -> Bool {
        var last = position - 1
        guard last >= 0 else { return false }
        if "。！？".unicodeScalars.contains(scalars[last]) { return true }
        guard scalars[last].properties.isWhitespace else { return false }
        while last >= 0, scalars[last].properties.isWhitespace || "\"”’»)]".unicodeScalars.contains(scalars[last]) {
            last -= 1
        }
        guard last >= 0 else { return false }
        if "!?…".unicodeScalars.contains(scalars[last]) { return true }
        guard scalars[last] == "." else { return false }
        var letters = 0
        while last - letters > 0, scalars[last - letters - 1].properties.isAlphabetic { letters += 1 }
        return letters > 3 || letters == 0 || !scalars[last - letters].properties.isUppercase
    }
}
