// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What is wrong with a reading by the rules that no page may break.
struct ContractCheck {
    let reading: Reading

    var faults: [String] { evidenceFaults + referenceFaults + orderFaults }

    /// Every quote is the text at its range, by bytes and by scalars.
    private var evidenceFaults: [String] {
        let text = reading.article.text
        let scalars = Array(text.unicodeScalars)
        func fault(_ range: TextRange, _ quote: String?) -> String? {
            guard range.start <= range.end, let atBytes = text.text(at: range), range.scalars.lowerBound >= 0,
                range.scalars.upperBound <= scalars.count
            else { return "range \(range) does not fit" }
            guard scalars[range.scalars].elementsEqual(atBytes.unicodeScalars) else {
                return "counts differ at \(range)"
            }
            guard let quote else { return nil }
            if quote.isEmpty { return "empty quote at \(range)" }
            return quote.unicodeScalars.elementsEqual(atBytes.unicodeScalars) ? nil : "“\(quote)” is “\(atBytes)”"
        }
        let read = reading.article.blocks.filter(\.role.isRead).map(\.range)
        let outside = reading.entries.flatMap(\.evidence).filter { proof in !read.contains { $0.contains(proof.range) }
        }
        return proofs.compactMap { fault($0.range, $0.quote) }
            + outside.map { "“\($0.quote)” stands in no block that is read" }
            + reading.parties.flatMap(\.mentions).compactMap { fault($0, nil) }
    }

    private var proofs: [Evidence] {
        reading.entries.flatMap(\.evidence) + reading.conflicts.flatMap(\.evidence)
            + reading.parties.flatMap(\.offices).flatMap(\.evidence)
            + reading.entries.compactMap { date(of: $0) }.flatMap(\.premises)
    }

    private func date(of entry: Entry) -> DatedValue? {
        switch entry.content {
        case .agreement(let agreement): agreement.date
        case .commitment(let commitment): commitment.deadline
        case .engagement(let engagement): engagement.date
        case .figure(let figure): figure.asOf
        case .relation(let relation): relation.asOf
        case .institution, .programme, .statement: nil
        }
    }

    /// Every id is used once, and every id named is there.
    private var referenceFaults: [String] {
        var faults: [String] = []
        let parties = Set(reading.parties.map(\.id))
        let entries = Set(reading.entries.map(\.id))
        if parties.count != reading.parties.count { faults.append("a party's id is used twice") }
        if entries.count != reading.entries.count { faults.append("an entry's id is used twice") }
        var named = reading.parties.flatMap(\.offices).map(\.of)
        named += reading.conflicts.flatMap { $0.between.map(Optional.some) + [$0.odd] }
        for entry in reading.entries {
            switch entry.content {
            case .engagement(let engagement):
                named += engagement.participants.map(\.party) + [engagement.place]
                if let partOf = engagement.partOf, !entries.contains(partOf) {
                    faults.append("part of unknown \(partOf)")
                }
                let members = engagement.participants.map(\.party)
                if Set(members).count != members.count { faults.append("\(entry.id) names a participant twice") }
            case .agreement(let agreement):
                named += (agreement.parties + agreement.signatories + agreement.witnesses).map(Optional.some)
                if Set(agreement.parties).count != agreement.parties.count {
                    faults.append("\(entry.id) names a party twice")
                }
            case .commitment(let commitment):
                named += commitment.by.map(Optional.some)
                if commitment.what.isEmpty { faults.append("\(entry.id) commits to nothing") }
            case .institution(let institution): named += institution.of.map(Optional.some) + [institution.place]
            case .programme(let programme): named += programme.parties.map(Optional.some)
            case .figure(let figure): named += [figure.scope, figure.saidBy]
            case .relation(let relation):
                named += [relation.subject, relation.object]
                if relation.subject == relation.object { faults.append("\(entry.id) ties a party to itself") }
            case .statement(let statement): named.append(statement.speaker)
            }
        }
        faults += named.compactMap { $0 }.filter { !parties.contains($0) }.map { "unknown party \($0)" }
        faults += reading.parties.filter { $0.name.isEmpty || $0.mentions.isEmpty }.map { "\($0.id) is nowhere named" }
        return faults
    }

    /// Entries follow the text, have proof and are more or less sure.
    private var orderFaults: [String] {
        var faults: [String] = []
        let starts = reading.entries.map { $0.evidence.first?.range.start ?? .zero }
        if starts != starts.sorted() { faults.append("the entries do not follow the text") }
        for entry in reading.entries {
            if entry.evidence.isEmpty { faults.append("\(entry.id) has no evidence") }
            if !(0...1).contains(entry.confidence) { faults.append("\(entry.id) has confidence \(entry.confidence)") }
            let ranges = entry.evidence.map(\.range)
            if ranges.map(\.start) != ranges.map(\.start).sorted() {
                faults.append("the evidence of \(entry.id) is out of order")
            }
            if Set(ranges).count != ranges.count { faults.append("\(entry.id) has the same evidence twice") }
        }
        for party in reading.parties where party.mentions.map(\.start) != party.mentions.map(\.start).sorted() {
            faults.append("the mentions of \(party.name) are out of order")
        }
        return faults
    }
}
