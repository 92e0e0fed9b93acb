// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds two holders of one office on one page, such as a caption that names a former president.
///
/// Only offices that one body has one holder of can conflict, and only claims that both speak of the present.
struct OfficeHolders {
    let passages: [Passage]
    let register: PartyRegister

    private struct Claim {
        let person: Int
        let claim: PartyRegister.OfficeClaim
    }

    /// The conflicts in the order of the text.
    func conflicts() -> [DraftConflict] {
        var byOffice: [String: [Claim]] = [:]
        var order: [String] = []
        for (number, record) in register.records.enumerated() where record.kind == .person {
            for claim in record.offices where claim.isUnique && !claim.isPast {
                guard let of = claim.of, !isDoubtful(claim, of: record) else { continue }
                let key = NameFolding.fold(claim.title) + " / \(of)"
                if byOffice[key] == nil { order.append(key) }
                byOffice[key, default: []].append(Claim(person: number, claim: claim))
            }
        }
        return order.flatMap { conflicts(among: byOffice[$0] ?? []) }
    }

    /// Whether the page seems to give a person the same office in two bodies, as where two holders stand side by side:
    /// "the President of Uruguay, Ana Paz, the President of Mongolia, Bat Sar, met".
    private func isDoubtful(_ claim: PartyRegister.OfficeClaim, of record: PartyRegister.Record) -> Bool {
        record.offices.contains { other in
            !other.isPast && other.of != nil && other.of != claim.of
                && NameFolding.fold(other.title) == NameFolding.fold(claim.title)
        }
    }

    private func conflicts(among claims: [Claim]) -> [DraftConflict] {
        var holders: [Int] = []
        for claim in claims where !holders.contains(claim.person) { holders.append(claim.person) }
        guard holders.count > 1 else { return [] }
        // The one who is named most and in the weightiest part of the page is taken for the holder.
        let ranked = holders.enumerated().sorted {
            let left = weight(of: $0.element), right = weight(of: $1.element)
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
        return ranked.dropFirst().compactMap { other in conflict(between: ranked[0], and: other, claims) }
    }

    private func conflict(between holder: Int, and other: Int, _ claims: [Claim]) -> DraftConflict? {
        guard let first = proof(of: holder, claims), let second = proof(of: other, claims),
            let of = first.claim.of
        else { return nil }
        let names = (register.records[holder].name, register.records[other].name)
        let counts = (mentions(of: holder), mentions(of: other))
        let isOdd = weight(of: holder) > weight(of: other)
        let office = "\(first.claim.title) of \(register.records[of].name)"
        let part = place(of: second.claim.passage)
        var reason =
            "Two people are called \(office): \(names.0) (\(times(counts.0))) and \(names.1) (\(times(counts.1)), in \(part))."
        if isOdd { reason += " The text speaks for \(names.0); \(names.1) is likely a mistake or a former holder." }
        return DraftConflict(
            kind: .officeHolder,
            first: .init(party: holder, passage: first.claim.passage, tokens: first.claim.tokens),
            second: .init(party: other, passage: second.claim.passage, tokens: second.claim.tokens),
            odd: isOdd ? other : nil, reason: reason)
    }

    /// The claim to show: one that stands in the body where there is one.
    private func proof(of person: Int, _ claims: [Claim]) -> Claim? {
        let own = claims.filter { $0.person == person }
        return own.first { passages[$0.claim.passage].block.role == .body } ?? own.first
    }

    private func mentions(of person: Int) -> Int { register.records[person].mentions.count }

    /// Mentions in the text weigh ten times those in captions.
    private func weight(of person: Int) -> Int {
        register.records[person].mentions.reduce(0) { sum, mention in
            sum + (passages[mention.passage].block.role == .caption ? 1 : 10)
        }
    }

    private func times(_ count: Int) -> String { count == 1 ? "named once" : "named \(count) times" }

    private func place(of passage: Int) -> String {
        switch passages[passage].block.role {
        case .caption: "a caption"
        case .headline: "the headline"
        case .deck: "the subtitle"
        default: "the text"
        }
    }
}
