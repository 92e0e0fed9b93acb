// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Joins the tellings of one agreement inside an article.
///
/// Two tellings are one where type and parties agree, or where one of them names no parties and comes with "the" or
/// with the same name; countries that sign in a headline give way to the bodies that sign in the text.
struct AgreementMerger {
    let passages: [Passage]
    let register: PartyRegister

    /// The agreements in the order of their first telling.
    func merged(_ drafts: [DraftAgreement]) -> [DraftAgreement] {
        var found: [DraftAgreement] = []
        let order = drafts.enumerated().sorted { left, right in
            let leftRank = rank(left.element), rightRank = rank(right.element)
            return leftRank == rightRank ? left.offset < right.offset : leftRank < rightRank
        }.map(\.element)
        for draft in order {
            if let known = found.lastIndex(where: { isSame($0, draft) }) {
                found[known] = joined(found[known], draft)
            } else {
                found.append(draft)
            }
        }
        return found.filter {
            $0.parties.isEmpty ? $0.status == .signed && rank($0) == 0 && !$0.isDefinite : !$0.isPartial
        }
        .sorted { $0.order < $1.order }
    }

    private func rank(_ draft: DraftAgreement) -> Int {
        draft.tellings.first.map { [.headline, .deck, .caption].contains(passages[$0.passage].block.role) ? 1 : 0 } ?? 0
    }

    private func isSame(_ known: DraftAgreement, _ draft: DraftAgreement) -> Bool {
        if let list = draft.announcement, known.announcement == list { return false }
        // "Turku, Lima sign agreement" heads more than one of a list.
        if draft.announcement != nil, rank(known) > 0, known.type != draft.type { return false }
        if let left = known.name, let right = draft.name, NameFolding.fold(left) == NameFolding.fold(right) {
            return known.parties.isEmpty || draft.parties.isEmpty || isAlike(known, draft)
        }
        if known.name != nil, draft.name != nil, !isGeneralName(known), !isGeneralName(draft) { return false }
        if (known.status == .planned) != (draft.status == .planned), rank(draft) == 0, rank(known) == 0 {
            return false
        }
        guard known.type == draft.type || isGeneric(known) && isGeneric(draft) else { return false }
        if let left = known.date?.value, let right = draft.date?.value, !EngagementMerger.isCompatible(left, right) {
            return false
        }
        // The same people sign the same thing.
        let isSameHand = !draft.signatories.isEmpty && !Set(draft.signatories).isDisjoint(with: known.signatories)
        if draft.parties.isEmpty || known.parties.isEmpty { return draft.isDefinite || rank(draft) > 0 || isSameHand }
        // "The memorandum was signed by the registrar of A and B's rector": of whom only one is understood.
        if draft.parties.count == 1, known.parties.count > 1, draft.isSigning, draft.isDefinite || draft.isPartial {
            return isAlike(known, draft)
        }
        if Set(known.parties) == Set(draft.parties) {
            // "the Agreement on Fisheries" is not the Bilateral Trade Agreement named before.
            let isOther = !isGeneralName(known) && isGeneralName(draft) && draft.scope != nil
            return rank(draft) > 0 || rank(known) > 0
                || !isOther && (isGeneralName(known) || isGeneralName(draft) || draft.isDefinite)
        }
        return isAlike(known, draft) && (draft.isDefinite || rank(draft) > 0 || rank(known) > 0)
    }

    /// Whether the name is only the word for its kind, in capitals: "Memorandum of Understanding".
    private func isGeneralName(_ draft: DraftAgreement) -> Bool {
        guard let name = draft.name else { return true }
        return NameFolding.words(of: name).count < 4
    }

    private func isGeneric(_ draft: DraftAgreement) -> Bool { [.treaty, .other].contains(draft.type) }

    /// Whether the parties of one can stand for those of the other: some in common, or countries for their bodies.
    private func isAlike(_ left: DraftAgreement, _ right: DraftAgreement) -> Bool {
        if isPart(left.parties, of: right.parties) || isPart(right.parties, of: left.parties) { return true }
        return isPlaces(left) != isPlaces(right)
    }

    /// Whether each of some parties is among others, a government as the country or city whose name it has.
    private func isPart(_ some: [Int], of others: [Int]) -> Bool {
        some.allSatisfy { one in
            others.contains {
                $0 == one || register.isGovernment($0, of: one) || register.isGovernment(one, of: $0)
            }
        }
    }

    private func isPlaces(_ draft: DraftAgreement) -> Bool {
        draft.parties.allSatisfy { [.country, .city].contains(register.records[$0].kind) }
    }

    private func joined(_ known: DraftAgreement, _ draft: DraftAgreement) -> DraftAgreement {
        var result = known
        if draft.parties.count > known.parties.count || isPlaces(known) && !isPlaces(draft) && draft.isSigned {
            result.parties = draft.parties
        }
        result.name = known.name ?? draft.name
        result.acronym = known.acronym ?? draft.acronym
        result.signatories += draft.signatories.filter { !known.signatories.contains($0) }
        result.witnesses += draft.witnesses.filter { !known.witnesses.contains($0) }
        result.place = known.place ?? draft.place
        result.scope = known.scope ?? draft.scope
        result.status =
            [known.status, draft.status].compactMap { $0 }.first { $0 == .signed } ?? known.status
            ?? draft.status
        result.date = known.date ?? draft.date
        result.isSigned = known.isSigned || draft.isSigned
        result.isPartial = known.isPartial && draft.isPartial
        result.purpose = known.purpose ?? draft.purpose
        result.tellings += draft.tellings.filter { !known.tellings.contains($0) }
        return result
    }
}
