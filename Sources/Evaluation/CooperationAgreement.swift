// SPDX-License-Identifier: Apache-2.0

/// Whether an entry that stands in the right place says what the gold says: its kind's key slots agree.
struct CooperationAgreement {
    let gold: CooperationRecord
    let reading: CooperationRecord

    /// Whether `read` is right where the gold has `wanted`.
    func isRight(_ wanted: JSONValue, _ read: JSONValue, kind: String) -> Bool {
        switch kind {
        case "statement": speakersAgree(wanted, read, slot: "speaker")
        case "figure": figuresAgree(wanted, read)
        case "engagement": engagementsAgree(wanted, read)
        case "agreement": partiesAreExact(wanted, read)
        case "commitment": commitmentsAgree(wanted, read)
        case "institution": namesAgree(wanted, read)
        default: true
        }
    }

    /// One party in common, or none on both sides.
    private func speakersAgree(_ wanted: JSONValue, _ read: JSONValue, slot: String) -> Bool {
        let left = gold.parties(in: slot, of: wanted)
        let right = reading.parties(in: slot, of: read)
        return left.isEmpty && right.isEmpty || left.contains { one in right.contains { FoldedName.isSame(one, $0) } }
    }

    private func figuresAgree(_ wanted: JSONValue, _ read: JSONValue) -> Bool {
        let left = wanted["value"]?.plain
        let right = read["value"]?.plain
        let isSameValue: Bool
        if let left = left?.number, let right = right?.number {
            isSameValue = left == right
        } else {
            isSameValue = FoldedName.fold(left?.string ?? "") == FoldedName.fold(right?.string ?? "")
        }
        return isSameValue && comparison(wanted) == comparison(read)
    }

    /// The relation to the value; "at least" counts as "more than".
    private func comparison(_ figure: JSONValue) -> String {
        let relation = figure["relation"]?.string ?? "="
        return ["≥": ">", "≤": "<"][relation] ?? relation
    }

    private func engagementsAgree(_ wanted: JSONValue, _ read: JSONValue) -> Bool {
        let left = gold.parties(in: "participants", of: wanted)
        let right = reading.parties(in: "participants", of: read)
        let extra = right.filter { one in !left.contains { FoldedName.isSame($0, one) } }.count
        return family(wanted) == family(read) && all(left, areIn: right) && extra <= 1
            && datesAgree(wanted, read, slot: "date")
    }

    /// What sorts of occasion count as one.
    private func family(_ engagement: JSONValue) -> String {
        switch engagement["type"]?.string {
        case "visit": "visit"
        case "meeting", "call", "summit", "forum": "meeting"
        case "ceremony", "celebration", "opening": "ceremony"
        default: "other"
        }
    }

    private func partiesAreExact(_ wanted: JSONValue, _ read: JSONValue) -> Bool {
        let left = gold.parties(in: "parties", of: wanted)
        let right = reading.parties(in: "parties", of: read)
        return all(left, areIn: right) && all(right, areIn: left)
    }

    private func commitmentsAgree(_ wanted: JSONValue, _ read: JSONValue) -> Bool {
        wanted["force"]?.string == read["force"]?.string && speakersAgree(wanted, read, slot: "by")
            && datesAgree(wanted, read, slot: "deadline")
    }

    private func namesAgree(_ wanted: JSONValue, _ read: JSONValue) -> Bool {
        guard let left = wanted["name"]?.string, let right = read["name"]?.string, !left.isEmpty, !right.isEmpty else {
            return true
        }
        return FoldedName.isSame([FoldedName.fold(left)], [FoldedName.fold(right)])
    }

    /// A date counts only where the gold has one.
    private func datesAgree(_ wanted: JSONValue, _ read: JSONValue, slot: String) -> Bool {
        guard let date = wanted[slot]?.plain.string, !date.isEmpty else { return true }
        return date == read[slot]?.plain.string
    }

    private func all(_ some: [[String]], areIn others: [[String]]) -> Bool {
        some.allSatisfy { one in others.contains { FoldedName.isSame(one, $0) } }
    }
}
