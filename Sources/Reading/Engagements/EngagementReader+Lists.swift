// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Lists of occasions: "The minister will also:" and the paragraphs behind it.
extension EngagementReader {
    /// The subject of the paragraph that brings in the list, for what an item begins with: "- Meet the mayor", and the
    /// role that it has there.
    func listLeader(of predicate: Predicate, in passage: Passage) -> (role: String, place: TokenPlace)? {
        guard passage.isItem, let verb = predicate.isVerb ? predicate.trigger : predicate.governor,
            verb == passage.listItemStart ?? 0, passage.tokens[verb].tag.hasPrefix("VB"),
            passage.children(of: verb, ["nsubj", "nsubjpass"]).isEmpty,
            let lead = passages[..<passage.index].last(where: { !$0.isItem }),
            let will = lead.openAuxiliary(among: governors.willWords), let subject = lead.subject(of: will)
        else { return nil }
        let reader = PredicateReader(passage: passage, lexicon: governors)
        let role = predicate.isVerb ? "subject" : reader.governor(of: predicate.trigger).flatMap(reader.role)
        return role.map { ($0, TokenPlace(passage: lead.index, token: subject)) }
    }

    /// Puts whoever the list is of into what an item tells.
    func add(
        _ leader: (role: String, place: TokenPlace), to filled: inout Filling, _ frame: Frame, _ predicate: Predicate,
        _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) {
        for slot in frame.slots where ((predicate.isVerb ? slot.verb : slot.noun) ?? []).contains(leader.role) {
            guard let role = Engagement.Role(rawValue: slot.role) else { continue }
            for party in groups.members(at: leader.place, resolver: resolver)
            where slot.accepts.contains(groups.register.records[party].kind)
                && !filled.participants.contains(where: { $0.party == party })
            {
                filled.participants.insert(.init(party: party, role: role), at: 0)
                if groups.register.records[party].kind == .person { filled.persons.insert(party) }
            }
        }
    }
}
