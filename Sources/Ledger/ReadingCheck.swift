// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Looks a reading over before anything of it is stored: what is not proven or hangs loose is refused whole.
struct ReadingCheck {
    let reading: Reading
    let path: String

    private var article: Article { reading.article }

    /// Throws the first fault in the order of the reading.
    func run() throws {
        try checkArticle()
        let parties = try uniqueIds(of: reading.parties.map(\.id), named: "party")
        let entries = try uniqueIds(of: reading.entries.map(\.id), named: "entry")
        if let shared = reading.entries.first(where: { parties.contains($0.id) }) {
            throw fault(.duplicateId, "\(shared.id) is both a party and an entry")
        }
        let citations = Citations(text: article.text)
        try checkDates(citations)
        try checkParties(parties, citations)
        try checkEntries(parties, entries, citations)
        try checkConflicts(parties.union(entries), citations)
    }

    private func checkArticle() throws {
        // SQLite takes U+0000 for the end of a text, so what follows it would be lost.
        let source = article.source
        let optional = [article.title, source.location, source.publisher, source.language, reading.id]
        let names = reading.parties.flatMap { [$0.name] + $0.aliases }
        if let text = ([article.text] + article.authors + optional.compactMap(\.self) + names)
            .first(where: { $0.utf8.contains(0) })
        {
            throw fault(.unsuitedValue, "the character U+0000 in \"\(text.prefix(40))\"")
        }
        let citations = Citations(text: article.text)
        var end = TextPosition.zero
        for (index, block) in article.blocks.enumerated() {
            guard citations.fits(block.range), end <= block.range.start else {
                throw fault(.misquoted, "block \(index) does not fit the text or overlaps the block before it")
            }
            end = block.range.end
        }
    }

    private func checkDates(_ citations: Citations) throws {
        for (name, date) in [("published", article.source.published), ("modified", article.source.modified)] {
            try check(date?.premises ?? [], of: "date \(name) of the source", citations)
        }
    }

    private func checkParties(_ known: Set<String>, _ citations: Citations) throws {
        for party in reading.parties {
            let place = "party \(party.id) (\(party.name))"
            if let mention = party.mentions.first(where: { !citations.fits($0) }) {
                throw fault(
                    .misquoted, "\(place) is mentioned at \(Citations.describe(mention)), which do not fit the text")
            }
            for office in party.offices {
                if let body = office.of { try check(body, isIn: known, neededBy: "office \(office.title) of \(place)") }
                try checkProof(office.evidence, of: "office \(office.title) of \(place)", citations)
            }
        }
    }

    private func checkEntries(_ parties: Set<String>, _ entries: Set<String>, _ citations: Citations) throws {
        for entry in reading.entries {
            let place = "\(entry.kind.rawValue) \(entry.id)"
            guard (0...1).contains(entry.confidence) else {
                throw fault(.unsuitedValue, "the confidence of \(place) is \(entry.confidence)")
            }
            if case .figure(let figure) = entry.content,
                let value = [figure.value, figure.upper].compactMap(\.self).first(where: { !$0.isFinite })
            {
                throw fault(.unsuitedValue, "a value of \(place) is \(value)")
            }
            try checkProof(entry.evidence, of: place, citations)
            var record = entry.content.record
            try record.rewriteParties { role, id in
                try check(id, isIn: parties, neededBy: "\(place) as \(role)")
                return id
            }
            try record.rewriteEntries { field, id in
                try check(id, isIn: entries, neededBy: "\(place) as \(field)")
                return id
            }
            try record.rewriteDates { field, date in
                try check(date.premises, of: "\(field) of \(place)", citations)
                return date
            }
        }
    }

    private func checkConflicts(_ known: Set<String>, _ citations: Citations) throws {
        for (index, conflict) in reading.conflicts.enumerated() {
            let place = "conflict \(index + 1)"
            for id in conflict.between + [conflict.odd].compactMap(\.self) {
                try check(id, isIn: known, neededBy: place)
            }
            try checkProof(conflict.evidence, of: place, citations)
        }
    }

    private func uniqueIds(of ids: [String], named name: String) throws -> Set<String> {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            throw fault(.duplicateId, "\(name) \(id)")
        }
        return seen
    }

    private func check(_ id: String, isIn known: Set<String>, neededBy place: String) throws {
        guard known.contains(id) else { throw fault(.danglingReference, "\(id), named by \(place)") }
    }

    private func checkProof(_ evidence: [Evidence], of place: String, _ citations: Citations) throws {
        if evidence.isEmpty { throw fault(.unproven, place) }
        try check(evidence, of: place, citations)
    }

    private func check(_ evidence: [Evidence], of place: String, _ citations: Citations) throws {
        for piece in evidence {
            if let reason = citations.fault(of: piece) { throw fault(.misquoted, "\(place): \(reason)") }
        }
    }

    private func fault(_ code: LedgerError.Code, _ detail: String) -> LedgerError {
        LedgerError(code, path: path, detail: "\(detail) (source \(article.source.id))")
    }
}
