// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Finds what a later page tells about commitments of earlier pages.
///
/// A suggestion is one sentence of the later page: it needs a word for how things fare, words of the commitment, and a
/// party of the commitment somewhere on the page. A person decides whether it holds.
struct FollowUpFinder {
    let database: Database
    let knowledge: IdentityKnowledge
    private var cues: FollowUpCues { knowledge.followUps }

    private static let partyLimit = 10
    private static let wordLimit = 24
    private static let keyLimit = 24
    private static let candidateLimit = 6
    /// How many pages of its parties are looked at, and how many of the later ones are read, for a new commitment.
    private static let pagesOfParty = 100
    private static let laterPages = 20
    /// The share of the commitment's words that a sentence has at least.
    private static let leastShare = 0.3
    /// How many days after the commitment "it will be done" may be news of it.
    private static let daysBeforeNews = 30

    /// What a page has that does not depend on the sentence.
    private struct LaterPage {
        let source: Int64
        let seen: String
        /// The records of the parties that act, those named most often first, each with its item on the page.
        let actors: [(record: Int64, item: Int64)]
        /// What is left of the words of the names of persons and places.
        let names: Set<String>
        let sentences: [Evidence]
    }

    /// A commitment of earlier pages.
    private struct Earlier {
        let item: Int64
        let commitment: Commitment
        let made: String
        /// What is left of its words.
        let stems: Set<String>
        /// Those of them that are written as names.
        let names: Set<String>
        let parties: Set<Int64>
        /// Where the page makes the commitment again.
        let repeated: [Range<Int>]
    }

    private struct Suggestion {
        let sentence: Evidence
        let status: CommitmentStatus
        let score: Double
        let reasons: [String]
    }

    /// Attaches the sentences of a page to the commitments that they tell about, and those of later pages to the
    /// commitments of this one.
    func find(inSource source: Int64) throws {
        guard let page = try page(source) else { return }
        try database.run(
            "DELETE FROM follow_up WHERE author IS NULL AND evidence IN (SELECT number FROM item WHERE source = ?)",
            [source])
        try keepDecided(on: page)
        var hits: [String: Set<Int64>] = [:]
        try attach(page) { try candidates(page.actors.map(\.record), $0, &hits) }
        for (later, commitments) in try laterPages(than: page).sorted(by: { $0.key < $1.key }) {
            guard let page = try self.page(later) else { continue }
            try attach(page) { _ in commitments }
        }
    }

    /// Attaches the best sentence for each commitment that `candidates` gives for the words of a sentence.
    private func attach(_ page: LaterPage, _ candidates: (Set<String>) throws -> [Int64]) throws {
        var known: [Int64: Earlier] = [:]
        var best: [Int64: Suggestion] = [:]
        for sentence in page.sentences {
            guard let cue = cues.cue(in: NameTokens.folded(sentence.quote)) else { continue }
            let words = knowledge.contentWords(of: sentence.quote)
            let forms = Dictionary(words.map { (cues.stem($0), $0) }, uniquingKeysWith: min)
            for record in try candidates(words) {
                if known[record] == nil { known[record] = try earlier(record, than: page) }
                guard let earlier = known[record],
                    let found = suggestion(sentence, cue, forms, of: earlier, on: page),
                    found.score > best[record]?.score ?? 0
                else { continue }
                best[record] = found
            }
        }
        for (record, suggestion) in best.sorted(by: { $0.key < $1.key }) {
            guard let earlier = known[record] else { continue }
            try write(suggestion, of: record, earlier, page)
        }
    }

    // MARK: Pages

    private func page(_ source: Int64) throws -> LaterPage? {
        let sql = """
            SELECT source.seen, article.text FROM source JOIN article ON article.source = source.number
            WHERE source.number = ?
            """
        guard let row = try database.one(sql, [source]), let seen: String = try row.value("seen") else { return nil }
        let blocks = try database.all("SELECT * FROM block WHERE source = ? ORDER BY position", [source])
        return LaterPage(
            source: source, seen: seen, actors: try actors(ofSource: source), names: try names(ofSource: source),
            sentences: ArticleSentences(
                text: try row.value("text"),
                blocks: try blocks.map { Block(role: try $0.word("role"), range: try $0.range()) }
            ).sentences)
    }

    private func actors(ofSource source: Int64) throws -> [(record: Int64, item: Int64)] {
        let sql = """
            SELECT membership.canonical, min(item.number) AS item, count(mention.position) AS mentions FROM item
                JOIN party ON party.item = item.number JOIN membership ON membership.item = item.number
                LEFT JOIN mention ON mention.party = item.number
            WHERE item.source = ? AND party.kind <> 'group' GROUP BY membership.canonical
            ORDER BY mentions DESC, membership.canonical LIMIT \(Self.partyLimit)
            """
        return try database.all(sql, [source]).map { (try $0.value("canonical"), try $0.value("item")) }
    }

    private func names(ofSource source: Int64) throws -> Set<String> {
        let sql = """
            SELECT party_name.name FROM item JOIN party ON party.item = item.number
                JOIN party_name ON party_name.party = item.number
            WHERE item.source = ? AND party.kind IN ('person', 'city', 'country')
            """
        return Set(try database.all(sql, [source]).flatMap { try stems(of: $0.value("name")) })
    }

    private func stems(of text: String) -> Set<String> {
        Set(
            knowledge.contentWords(of: text).filter { !$0.contains(where: \.isNumber) && !cues.empty.contains($0) }
                .map(cues.stem))
    }

    /// The pages of later days that name a party and two words of a commitment of this page, each with the records of
    /// those commitments, where the pages did not come in the order of their days.
    private func laterPages(than page: LaterPage) throws -> [Int64: [Int64]] {
        let commitments = """
            SELECT DISTINCT membership.canonical AS commitment FROM item
                JOIN entry ON entry.item = item.number JOIN membership ON membership.item = item.number
            WHERE item.source = ? AND entry.kind = 'commitment' ORDER BY 1
            """
        let pages = """
            SELECT source.number FROM (
                SELECT DISTINCT source FROM canonical_source WHERE canonical IN (
                    SELECT party FROM canonical_party WHERE entry = ?1) ORDER BY source DESC LIMIT \(Self.pagesOfParty))
                AS near JOIN source ON source.number = near.source JOIN article ON article.source = source.number
            WHERE source.seen > ?2
                AND (SELECT count(*) FROM json_each(?3) AS word WHERE instr(lower(article.text), word.value)) > 1
            ORDER BY source.seen, source.number LIMIT \(Self.laterPages)
            """
        var found: [Int64: [Int64]] = [:]
        for row in try database.all(commitments, [page.source]) {
            let record: Int64 = try row.value("commitment")
            guard let earlier = try earlier(record, than: nil) else { continue }
            let words = try CompactJSON.text(of: earlier.stems.subtracting(earlier.names).sorted())
            for later in try database.all(pages, [record, page.seen, words]) {
                found[try later.value("number"), default: []].append(record)
            }
        }
        return found
    }

    // MARK: Commitments

    /// The commitments that share a word and an actor with a sentence; `known` keeps what was looked up for the page.
    private func candidates(
        _ actors: [Int64], _ words: Set<String>, _ known: inout [String: Set<Int64>]
    ) throws -> [Int64] {
        let words = words.filter { !$0.contains(where: \.isNumber) }.sorted().prefix(Self.wordLimit)
        var wordOf: [Int64: String] = [:]
        for word in words where known[word] == nil {
            known[word] = []
            for actor in actors + [0] { wordOf[BlockKey.number("commitment \(actor) \(word)")] = word }
        }
        let found = try BlockIndex(database: database).records(
            underEachOf: wordOf.keys.sorted(), limit: Self.keyLimit)
        for (key, records) in found { if let word = wordOf[key] { known[word]?.formUnion(records) } }
        var hits: [Int64: Int] = [:]
        for word in words { for record in known[word] ?? [] { hits[record, default: 0] += 1 } }
        return hits.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.candidateLimit).map(\.key)
    }

    /// What a record commits to, where it was made before `page`.
    private func earlier(_ record: Int64, than page: LaterPage?) throws -> Earlier? {
        let sql = """
            SELECT membership.item, entry.content, canonical.first_seen FROM membership
                JOIN entry ON entry.item = membership.item JOIN canonical ON canonical.number = membership.canonical
            WHERE membership.canonical = ? AND entry.kind = 'commitment' ORDER BY membership.item LIMIT 1
            """
        guard let row = try database.one(sql, [record]),
            case .commitment(let commitment) = try Entry.Content(kind: .commitment, json: row.value("content")),
            let made: String = try row.value("first_seen"), page.map({ made < $0.seen }) ?? true
        else { return nil }
        let parties = try database.all("SELECT DISTINCT party FROM canonical_party WHERE entry = ?", [record])
            .map { try $0.value("party") as Int64 }
        let names = try parties.flatMap { party in
            try database.all("SELECT name FROM canonical_name WHERE canonical = ?", [party])
                .flatMap { try stems(of: $0.value("name")) }
        }
        let repeated = """
            SELECT evidence.* FROM evidence JOIN item ON item.number = evidence.item
                JOIN membership ON membership.item = item.number
            WHERE membership.canonical = ? AND item.source = ? AND evidence.field = ''
            """
        let capitalised = commitment.what.split(whereSeparator: \.isWhitespace).dropFirst().filter {
            $0.first?.isUppercase == true
        }
        return Earlier(
            item: try row.value("item"), commitment: commitment, made: made,
            stems: stems(of: commitment.what).subtracting(names),
            names: stems(of: capitalised.joined(separator: " ")), parties: Set(parties),
            repeated: try database.all(repeated, [record, page?.source]).map { try $0.range().bytes })
    }

    // MARK: Sentences

    /// Lets what a person has decided stand on its sentence where the text of the page has become another.
    private func keepDecided(on page: LaterPage) throws {
        let sql = """
            SELECT follow_up.number, follow_up.sentence FROM follow_up JOIN item ON item.number = follow_up.evidence
            WHERE item.source = ? AND follow_up.sentence IS NOT NULL
            """
        for row in try database.all(sql, [page.source]) {
            let sentence = try CompactJSON.value(Evidence.self, from: row.value("sentence"))
            guard !page.sentences.contains(sentence) else { continue }
            let now = page.sentences.first { $0.quote == sentence.quote }
            try database.run(
                "UPDATE follow_up SET sentence = ? WHERE number = ?",
                [try now.map { try CompactJSON.text(of: $0) }, try row.value("number") as Int64])
        }
    }

    private func suggestion(
        _ sentence: Evidence, _ cue: FollowUpCues.Cue, _ forms: [String: String], of earlier: Earlier,
        on page: LaterPage
    ) -> Suggestion? {
        let shared = earlier.stems.intersection(forms.keys).subtracting(cue.words.map(cues.stem))
        let share = Double(shared.count) / Double(max(1, earlier.stems.count))
        guard shared.count > 1, share >= Self.leastShare,
            !shared.isSubset(of: page.names.union(earlier.names))
        else { return nil }
        if cue.isAnnounced {
            // The same promise, told again, is no news of it.
            let isAgain = earlier.repeated.contains { $0.overlaps(sentence.range.bytes) }
            guard !isAgain, let made = Day(earlier.made), let seen = Day(page.seen),
                seen - made >= Self.daysBeforeNews
            else { return nil }
        }
        let numbers = cues.numbers(in: sentence.quote)
        // What was so in earlier years is not what came of it.
        if let last = numbers.years.max(), let made = Int(earlier.made.prefix(4)), last < made { return nil }
        var status = cue.status
        var reason = "says \(cue.words.joined(separator: " "))"
        if cue.isDone, let target = earlier.commitment.target,
            let reached = numbers.amounts.filter({ $0 != target.value }).max(), reached < target.value
        {
            status = cue.isLevel ? .inWorks : .partlyKept
            reason = "\(Cell.number(reached).text) of \(Cell.number(target.value).text) \(target.unit)"
        }
        return Suggestion(
            sentence: sentence, status: status, score: (min(1, 0.3 + share * 0.7) * 1000).rounded() / 1000,
            reasons: ["names \(shared.compactMap { forms[$0] }.sorted().joined(separator: ", "))", reason])
    }

    /// Keeps a suggestion, unless the page has one for the commitment already.
    private func write(_ suggestion: Suggestion, of record: Int64, _ earlier: Earlier, _ page: LaterPage) throws {
        let present = """
            SELECT 1 FROM follow_up JOIN membership ON membership.item = follow_up.commitment
                JOIN item ON item.number = follow_up.evidence
            WHERE membership.canonical = ? AND item.source = ? LIMIT 1
            """
        guard try database.one(present, [record, page.source]) == nil,
            let item = try item(at: suggestion.sentence, earlier, page)
        else { return }
        try database.run(
            """
            INSERT OR IGNORE INTO follow_up (commitment, evidence, status, score, reasons, day, sentence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                earlier.item, item, suggestion.status.rawValue, suggestion.score,
                try CompactJSON.text(of: suggestion.reasons), page.seen, try CompactJSON.text(of: suggestion.sentence),
            ])
    }

    /// What the page tells in a sentence: its entry, else the party that the commitment and the page share.
    private func item(at sentence: Evidence, _ earlier: Earlier, _ page: LaterPage) throws -> Int64? {
        let sql = """
            SELECT item.number FROM item JOIN entry ON entry.item = item.number
                JOIN evidence ON evidence.item = item.number AND evidence.field = ''
                JOIN membership ON membership.item = item.number
            WHERE item.source = ? AND evidence.byte_start < ? AND evidence.byte_end > ? AND entry.kind <> 'commitment'
            ORDER BY evidence.byte_start, item.number LIMIT 1
            """
        let bytes = sentence.range.bytes
        if let row = try database.one(sql, [page.source, bytes.upperBound, bytes.lowerBound]) {
            return try row.value("number")
        }
        return (page.actors.first { earlier.parties.contains($0.record) } ?? page.actors.first)?.item
    }
}
