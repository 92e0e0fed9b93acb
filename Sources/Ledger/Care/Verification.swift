// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What came of checking every proof of a ledger.
public struct Verification: Hashable, Sendable, Codable {
    /// How many pages were checked.
    public internal(set) var sources = 0
    /// How many quotes were checked.
    public internal(set) var quotes = 0
    /// How many pages give another text today than when they were read; their quotes stand in the new text as well.
    public internal(set) var changedTexts = 0
    /// What does not hold; empty is the proof that everything does.
    public internal(set) var failures: [EvidenceFailure] = []

    /// Whether everything holds.
    public var holds: Bool { failures.isEmpty }
}

extension Ledger {
    /// Checks every proof from the bytes up: the bytes of each page against its fingerprint, each quote against the
    /// stored text, and against the text that `extract` makes of the bytes anew.
    ///
    /// `extract` gives `nil` for bytes that it can make no text of. Attachments are held against their fingerprints.
    public func verify(
        extract: (_ snapshot: Snapshot, _ source: SourceRow) throws -> String?
    ) throws(LedgerError) -> Verification {
        var result = Verification()
        result.failures = try evidenceFailures()
        for source in try sources() {
            result.sources += 1
            let bytes: Snapshot?
            do { bytes = try snapshot(ofSource: source.id) } catch {
                result.failures.append(Self.failure(source.id, error.detail))
                continue
            }
            guard let bytes else {
                result.failures.append(Self.failure(source.id, "the bytes of the page are missing"))
                continue
            }
            let (text, quotes) = try proofs(of: source.id)
            result.quotes += quotes.count
            if Array(text.utf8) == bytes.bytes { continue }
            let anew: String?
            do { anew = try extract(bytes, source) } catch { anew = nil }
            if anew == text { continue }
            guard let anew else {
                result.failures.append(Self.failure(source.id, "no text can be made of the page's bytes"))
                continue
            }
            result.changedTexts += 1
            for (item, quote) in quotes where !anew.contains(quote) {
                result.failures.append(
                    EvidenceFailure(
                        source: source.id, item: item, field: "",
                        reason: "\"\(quote)\" does not stand in the text of the page's bytes"))
            }
        }
        for attachment in try attachments() {
            do { _ = try attachmentBytes(attachment.id) } catch {
                result.failures.append(
                    EvidenceFailure(source: attachment.digest, item: attachment.id, field: "", reason: error.detail))
            }
        }
        return result
    }

    private static func failure(_ source: String, _ reason: String) -> EvidenceFailure {
        EvidenceFailure(source: source, item: source, field: "", reason: reason)
    }

    /// The stored text of a source and every quote of it.
    private func proofs(of source: String) throws(LedgerError) -> (
        text: String, quotes: [(item: String, quote: String)]
    ) {
        try read { database in
            let text = """
                SELECT article.text FROM article JOIN source ON source.number = article.source WHERE source.id = ?
                """
            let quotes = """
                SELECT item.id, evidence.quote FROM evidence JOIN item ON item.number = evidence.item
                    JOIN source ON source.number = item.source
                WHERE source.id = ? ORDER BY item.number, evidence.field, evidence.position
                """
            return (
                try String.fetchOne(database, sql: text, arguments: [source]) ?? "",
                try Row.fetchAll(database, sql: quotes, arguments: [source]).map {
                    (try $0.value("id") as String, try $0.value("quote") as String)
                }
            )
        }
    }
}
