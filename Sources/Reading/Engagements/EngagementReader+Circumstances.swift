// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// How an occasion is told: as news, as going on, as a part of another one.
extension EngagementReader {
    /// Whether "a" says that the event is told of for the first time, and as one that somebody holds or goes to, not as where
    /// something else is done: "attended a community event", not "signed the charter at an event".
    func isIntroduced(_ predicate: Predicate, in passage: Passage) -> Bool {
        let reader = PredicateReader(passage: passage, lexicon: governors)
        let isWhere = reader.governor(of: predicate.trigger).map { governor in
            reader.isAmid(governor) && !reader.isOne(governor, of: governors.attending)
        }
        return isWhere != true && passage.isIndefinite(predicate.trigger)
    }

    /// Whether it is said of something only that it was opened, not by whom: "The centre was inaugurated in Porto".
    func isOpenedByNobody(_ frame: Frame, _ predicate: Predicate, _ filled: Filling) -> Bool {
        frame.type == .opening && predicate.isVerb && filled.participants.isEmpty
            && predicate.tokens(in: ["subject", "presence"]).isEmpty
    }

    /// Whether the present tense tells what belongs to an occasion, whenever that is: "the delegation includes", "the agenda
    /// includes a meeting".
    func isTimeless(_ frame: Frame, _ predicate: Predicate, in passage: Passage) -> Bool {
        let verb = frame.joins != nil ? predicate.trigger : predicate.governor
        guard let verb, ["VBZ", "VBP"].contains(passage.tokens[verb].tag) else { return false }
        // "This is her first visit to Porto", however it stands with that visit.
        let isSaid =
            passage.words.being.contains(passage.tokens[verb].lemma) && passage.tokens[predicate.trigger].dep == "attr"
        return isSaid || frame.joins != nil || governors.comprising.contains(passage.tokens[verb].lemma.asLowercase)
    }

    /// Whether somebody is accompanied to something that is no town or country, which is no visit told before:
    /// "accompanied the envoy to the mosque".
    func leadsElsewhere(_ predicate: Predicate, in passage: Passage, _ register: PartyRegister) -> Bool {
        let goals = predicate.tokens(in: ["to"])
        return !goals.isEmpty
            && goals.allSatisfy { goal in
                register.place(at: TokenPlace(passage: passage.index, token: goal)).map {
                    [.city, .country].contains(register.records[$0].kind)
                } != true
            }
    }

    /// Whether the verb says that somebody goes away: "left for Porto".
    func isDeparting(_ predicate: Predicate, in passage: Passage) -> Bool {
        governors.departing.contains(passage.tokens[predicate.trigger].lemma.asLowercase)
    }

    /// Whether somebody only goes back to the country or city whose officer or delegation they are: "the Finnish minister
    /// flew to Finland", "left for Turku".
    func isGoingHome(
        _ filled: Filling, _ predicate: Predicate, in passage: Passage, _ register: PartyRegister
    ) -> Bool {
        guard predicate.isVerb, let place = filled.place,
            !predicate.tokens(in: ["object"]).contains(where: {
                register.place(at: TokenPlace(passage: passage.index, token: $0)) == place
            })
        else { return false }
        let country = isDeparting(predicate, in: passage) ? register.records[place].country : nil
        return filled.participants.contains { participant in
            participant.role == .visitor
                && register.homes(of: participant.party).contains { home in
                    home == place || country != nil && register.records[home].identifiers["iso3166"] == country
                }
        }
    }

    /// Whether a call is one to do or give something: "called on the council to act", "for funds", but not "called on the
    /// mayor to discuss", "for talks".
    func isAppeal(_ predicate: Predicate, in passage: Passage) -> Bool {
        guard predicate.isVerb, governors.appealing.contains(passage.tokens[predicate.trigger].lemma.asLowercase)
        else { return false }
        // "the Minister for Trade": what an office is for is its own.
        let objects = predicate.arguments.map(\.token).filter { object in
            object > predicate.trigger && !officeNouns.contains(passage.tokens[object].lower)
        }
        let hosts = [predicate.trigger] + objects
        let wanted = hosts.flatMap { passage.objects(of: $0, behind: governors.claiming.contains) }
        if wanted.contains(where: { isClaim($0, in: passage) }) { return true }
        let below = passage.children(of: predicate.trigger, ["xcomp", "advcl", "ccomp"]).filter(passage.isInfinitive)
        return below.contains {
            $0 > predicate.trigger && !governors.courtesies.contains(passage.tokens[$0].lemma.asLowercase)
        }
    }

    /// Whether a noun is neither an occasion nor a time, so that it is what somebody is called on for.
    private func isClaim(_ noun: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[noun]
        return word.pos == "NOUN" && !frames.hasFrames(forNoun: word.lemma.asLowercase)
            && passage.tokens[passage.subtree(of: noun)].allSatisfy {
                !["DATE", "TIME", "ORDINAL"].contains($0.entityLabel)
            }
    }

    /// Whether it only tells who else was at an occasion told before: "the dean also attended the meeting".
    func isAttendance(_ predicate: Predicate, _ filled: Filling, in passage: Passage) -> Bool {
        let attendees = predicate.tokens(in: ["attendee"])
        guard let verb = predicate.governor, governors.attending.contains(passage.tokens[verb].lemma.asLowercase) else {
            return false
        }
        return !predicate.isVerb && !attendees.isEmpty && filled.place == nil
            && passage.children(of: predicate.trigger, ["prep", "compound", "amod"]).isEmpty
            && filled.participants.allSatisfy { filled.sources[$0.party].map(attendees.contains) ?? false }
    }

    /// Whether a visit told of before is only when something else happens: "On the second day of his visit, …".
    func isBackground(_ frame: Frame, _ predicate: Predicate, in passage: Passage) -> Bool {
        frame.type == .visit && !predicate.isVerb
            && passage.children(of: predicate.trigger, ["det", "poss"]).contains {
                governors.definite.contains(passage.tokens[$0].lower) || passage.tokens[$0].tag == "PRP$"
            } && passage.tokens[passage.tokens[predicate.trigger].head].pos == "ADP"
    }

    /// Whether the present tense tells of a stay that may have begun or be about to: "is visiting Porto", "arrives today".
    func isOngoing(_ predicate: Predicate, in passage: Passage) -> Bool {
        guard predicate.isVerb, passage.block.role == .body else { return false }
        let present: Set<String> = ["VBZ", "VBP"]
        let word = passage.tokens[predicate.trigger]
        return word.tag == "VBG"
            && passage.children(of: predicate.trigger, ["aux"]).contains { present.contains(passage.tokens[$0].tag) }
            || present.contains(word.tag) && governors.going.contains(word.lemma.asLowercase)
    }

    /// Whom those come with who only add to an occasion: the minister in "the minister was accompanied by officials".
    func leader(
        of predicate: Predicate, _ frame: Frame, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> Int? {
        guard frame.escorts == true, let token = predicate.tokens(in: ["object"]).first else { return nil }
        return groups.members(at: TokenPlace(passage: passage.index, token: token), resolver: resolver).first
    }

    /// The noun for the site that a verb's object is: "visited a school".
    func site(of predicate: Predicate, _ frame: Frame, in passage: Passage) -> String? {
        guard let sites = frame.objects, frame.joins == nil, frame.introduces != true, predicate.isVerb else {
            return nil
        }
        return predicate.tokens(in: ["object"]).map { passage.tokens[$0].lemma.asLowercase }.first(
            where: sites.contains)
    }

    /// Whether the noun stands bare for what somebody gets: "gave coffee to the guests", but not "gave a coffee for them".
    func isGiven(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        return word.dep == "dobj" && word.tag == "NN" && passage.leftEdge[token] == token
            && governors.conferring.contains(passage.tokens[word.head].lemma.asLowercase)
    }

    /// "held no talks": the object is nothing that took place.
    func isMissing(_ token: Int, in passage: Passage) -> Bool {
        !["nsubj", "nsubjpass"].contains(passage.tokens[token].dep) && passage.isDeniedNoun(token)
    }

    /// Whether the noun is a paper: "signed the convention", "signed the declaration and the convention".
    func isSigned(_ token: Int, in passage: Passage) -> Bool {
        let first = passage.firstListed(before: token)
        return ["dobj", "nsubjpass"].contains(passage.tokens[first].dep)
            && governors.signingVerbs.contains(passage.tokens[passage.tokens[first].head].lemma.asLowercase)
    }

    /// Whether the words tell with whom somebody met, but not who did: "a meeting with the mayor".
    func awaitsVisitor(
        _ frame: Frame, _ predicate: Predicate, _ filled: Filling, in passage: Passage
    ) -> Bool {
        guard frame.type == .meeting, !predicate.isVerb, !filled.participants.isEmpty, let verb = predicate.governor,
            governors.comprising.contains(passage.tokens[verb].lemma.asLowercase)
        else { return false }
        let others = predicate.tokens(in: ["with"])
        return filled.participants.allSatisfy { filled.sources[$0.party].map(others.contains) ?? false }
    }

    /// Whether the event is said to be the first of its sort: "the first visit in ten years".
    func isFirst(_ predicate: Predicate, in passage: Passage) -> Bool {
        !predicate.isVerb
            && passage.children(of: predicate.trigger, ["amod"]).contains {
                governors.firsts.contains(passage.tokens[$0].lower)
            }
    }

    /// "in close consultation with the authorities": how something is done.
    func isManner(_ predicate: Predicate, in passage: Passage) -> Bool {
        let noun = passage.tokens[predicate.trigger]
        return !predicate.isVerb && noun.dep == "pobj" && noun.tag == "NN"
            && governors.manners.contains(noun.lower) && governors.placing.contains(passage.tokens[noun.head].lower)
            && passage.children(of: predicate.trigger, ["det", "poss", "nummod"]).isEmpty
    }

    /// "held meetings with the president of the port, Kang Dae-ho, and …": a plural whose counterparts have names.
    func isListed(_ filled: Filling, _ predicate: Predicate, in passage: Passage) -> Bool {
        guard predicate.modality <= .planned, filled.participants.count > 1, let verb = predicate.governor,
            (predicate.modality == .actual ? ["VBD"] : ["VB", "VBD", "VBZ"]).contains(passage.tokens[verb].tag),
            passage.children(of: predicate.trigger, ["amod"]).allSatisfy({
                !governors.habitual.contains(passage.tokens[$0].lower)
            })
        else { return false }
        let counterparts = Set(predicate.tokens(in: ["with"]).flatMap { passage.listed(from: $0) })
        return filled.participants.contains { participant in
            filled.sources[participant.party].map(counterparts.contains) == true
                && filled.persons.contains(participant.party)
        }
    }
}
