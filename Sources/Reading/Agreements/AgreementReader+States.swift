// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Instruments that the text tells as a state of its subject rather than as something signed.
extension AgreementReader {
    /// Reads "A and B have been sister cities since 2018", "A and B are linked by a treaty" and "B, its sister city".
    ///
    /// Returns whether the sentence tells of such a state; then `scene` has those whom it binds.
    func findState(of scene: inout Scene) -> Bool {
        let passage = scene.passage
        let above = passage.tokens[scene.head].head
        let verb: Int
        switch passage.tokens[scene.head].dep {
        case "attr" where lexicon.being.contains(passage.tokens[above].lemma.asLowercase) && isTie(scene),
            "oprd" where lexicon.naming.contains(passage.tokens[above].lemma.asLowercase) && isTie(scene):
            verb = above
        case "pobj":
            verb = passage.tokens[above].head
            guard passage.tokens[above].dep == "agent",
                lexicon.linking.contains(passage.tokens[verb].lemma.asLowercase)
            else { return false }
        case "appos" where isTie(scene):
            guard passage.children(of: scene.head, ["poss"]).contains(where: { passage.tokens[$0].pos == "PRON" })
            else { return false }
            scene.isState = true
            scene.signers = [above]
            return true
        default: return false
        }
        guard let subject = passage.subject(of: verb) else { return false }
        let reader = PredicateReader(passage: passage, lexicon: governors)
        scene.act = verb
        scene.isState = true
        scene.modality = reader.modality(of: verb)
        scene.signers = [subject]
        scene.partners = reader.noun(scene.head).tokens(in: ["of", "with", "to", "possessor"])
        return true
    }

    /// "has been twinned with Porto since 1998": the two are sister cities.
    func twinning(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftAgreement? {
        let word = passage.tokens[token]
        guard word.isVerb, lexicon.pairing.contains(word.lemma.asLowercase) else { return nil }
        let verb = PredicateReader(passage: passage, lexicon: governors).verb(token)
        let partners = verb.tokens(in: ["with"])
        guard verb.modality <= .planned else { return nil }
        let subjects = verb.tokens(in: ["subject", "object"])
        let sides = subjects + partners
        let parties = cities(of: bodies(of: sides, in: passage, resolver, &groups, isSigning: false).parties, groups)
        let owners = bodies(of: subjects, in: passage, resolver, &groups, isSigning: false).parties
            .filter(parties.contains)
        let areCities = parties.allSatisfy { groups.register.records[$0].kind.isPlace }
        // "Oslo and Turku, which are both twinned with Riga and Porto": these are four ties.
        guard parties.count == 2 || owners.count == 1 else { return nil }
        guard parties.count > 1, areCities, let first = sides.min(), first < token else { return nil }
        let last = max(token, partners.max() ?? token)
        let date = dates[passage.index].first { span in
            passage.verb(above: passage.head(of: span.tokens)) == token
        }?.date
        return DraftAgreement(
            type: .sisterCity, parties: parties, status: verb.modality == .actual ? .inForce : .planned, date: date,
            isDefinite: false, isSigned: false, owner: owners.count == 1 ? owners[0] : nil,
            tellings: [.init(passage: passage.index, tokens: passage.leftEdge[first]..<last + 1)])
    }

    /// The parties of a sister-city tie without the countries that only say where its cities lie: "is twinned with Gifu,
    /// Japan".
    func cities(of parties: [Int], _ groups: GroupFinder) -> [Int] {
        let records = groups.register.records
        let countries = Set(parties.compactMap { records[$0].country })
        return parties.filter { party in
            guard records[party].kind == .country, let code = records[party].identifiers["iso3166"] else { return true }
            return !countries.contains(code)
        }
    }

    /// The one of the parties that the sentence says to have the others as partners.
    func holder(
        of scene: Scene, among parties: [Int], _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> Int? {
        let passage = scene.passage
        guard let verb = scene.act ?? passage.verb(above: scene.head), let subject = passage.subject(of: verb) else {
            return nil
        }
        let holders = bodies(of: [subject], in: passage, resolver, &groups).parties.filter(parties.contains)
        return holders.count == 1 ? holders[0] : nil
    }

    /// Whether several sign, by a list of signers or by somebody to sign with, however few of them are understood.
    func areSeveral(_ scene: Scene, _ groups: GroupFinder) -> Bool {
        guard scene.isSigning else { return false }
        let passage = scene.passage
        let isForAnother =
            scene.act.map { act in
                passage.children(of: act, ["prep"]).flatMap { passage.children(of: $0, ["pobj"]) }
                    .contains { lexicon.behalves.contains(passage.tokens[$0].lower) }
            } ?? false
        return isForAnother || !scene.partners.isEmpty
            || scene.signers.contains { signer in
                (passage.leftEdge[signer]...passage.rightEdge[signer]).contains {
                    passage.tokens[$0].pos == "CCONJ"
                        && groups.register.party(at: TokenPlace(passage: passage.index, token: $0)) == nil
                }
            }
    }

    /// Whether what the word names is a relation between parties, which they can be, and no paper, which they cannot.
    private func isTie(_ scene: Scene) -> Bool { [.sisterCity, .partnership].contains(scene.type) }

    /// The other side of "B, its sister city": the one other city or country that the article has named so far.
    func ownerOfState(_ scene: Scene, besides party: Int, _ groups: GroupFinder) -> [Int] {
        guard scene.isState, scene.act == nil else { return [] }
        let kind = groups.register.records[party].kind
        let named = groups.register.records.indices.filter { other in
            other != party && groups.register.records[other].kind == kind
                && groups.register.records[other].mentions.contains {
                    ($0.passage, $0.tokens.lowerBound) < (scene.passage.index, scene.head)
                        && passages[$0.passage].block.role != .headline
                }
        }
        return named.count == 1 ? named : []
    }

    /// Whether a word that means other things too stands for an instrument here: by a name that it heads, by being
    /// signed, or, for agreements and deals, by the sides that it is between.
    func isInstrument(_ scene: Scene, _ match: AgreementLexicon.Match, _ groups: GroupFinder) -> Bool {
        if scene.isSigning || scene.act != nil && match.instrument.named != true { return true }
        let last = match.tokens.upperBound - 1
        if let title = scene.title {
            let head = scene.passage.head(of: title.nameTokens)
            return match.tokens.contains(head) || title.nameTokens.upperBound - 1 == last
        }
        if match.tokens.count > 1 { return true }
        if match.instrument.named == true { return false }
        // "a deal between Oslo and Turku", "the Oslo-Turku deal": the sides that it is between make it one.
        return [.treaty, .contract].contains(match.instrument.type)
            || match.instrument.type == .other
                && (scene.passage.children(of: scene.head, ["prep"]).contains {
                    lexicon.sides.contains(scene.passage.tokens[$0].lower)
                } || groups.knownPlaces(in: scene.phrase, of: scene.passage, withAdjectives: false).count > 1)
    }

    /// A telling without parties may still be about an agreement told elsewhere: "The MOU was signed by …".
    func mayJoin(_ scene: Scene) -> Bool { scene.isSigning && isDefinite(scene) }
}
