// SPDX-License-Identifier: Apache-2.0

/// Verbs that say little themselves and hand their subject on to the noun they govern: "paid a visit".
final class GovernorLexicon: Sendable, Decodable {
    /// The subject does what the noun says.
    let doing: Set<String>
    /// The subject hosts or organises it.
    let holding: Set<String>
    /// The subject is there; verbs with a preposition are written `participate in`.
    let attending: Set<String>
    /// The object is a part of the subject: "the visit included a meeting with".
    let comprising: Set<String>
    /// The subject is there to see it.
    let witnessing: Set<String>
    /// Verbs behind a delegation whose agent is part of it: "led by".
    let leading: Set<String>
    /// Prepositions that put whoever does something into an event: "announced at the forum".
    let amid: Set<String>
    /// Prepositions that say when or where something is done.
    let placing: Set<String>
    /// Adjectives for an event before which there was none.
    let firsts: Set<String>
    /// Nouns that, alone behind a preposition, say how something is done.
    let manners: Set<String>
    /// Nouns for people of whom a place takes in many.
    let crowds: Set<String>
    /// Nouns, in plural, for those who meet their like.
    let peers: Set<String>
    /// Nouns for talks, in which or after which those who were in them speak.
    let talks: Set<String>
    /// The prepositions that say so: "in a call", "after a meeting", "over lunch".
    let talkPrepositions: Set<String>
    /// Prepositions for what comes right before or after: "after the ceremony".
    let nextTo: Set<String>
    /// Prepositions for what is done before something else.
    let beforeWords: Set<String>
    /// Nouns behind which stands for whom an event is given: "in honour of".
    let honours: Set<String>
    /// Verbs whose object is there as well: "joined mayors at a workshop".
    let gathering: Set<String>
    /// Verbs of giving, which put whoever gets something there as well.
    let conferring: Set<String>
    /// Verbs by which an event has people come: "the forum drew 200 delegates".
    let drawing: Set<String>
    /// Auxiliaries for what is to come.
    let willWords: Set<String>
    /// Auxiliaries for what may be.
    let mayWords: Set<String>
    /// Those of them by which what somebody said would come is told, and verbs of saying so.
    let reported: Set<String>
    let reporting: Set<String>
    /// Words that begin a condition.
    let ifWords: Set<String>
    /// Verbs of going, which put nobody into an event: "visited the stand at the fair".
    let going: Set<String>
    /// Verbs of going away, which in the present tell of what is about to be: "leaves for".
    let departing: Set<String>
    /// Adjectives of what happens again and again: "regular meetings".
    let habitual: Set<String>
    /// Nouns for bodies that come together.
    let assemblies: Set<String>
    /// Words that begin a clause at the time of the one around it.
    let whenWords: Set<String>
    /// Nouns for some of many: "a range of".
    let quantities: Set<String>
    /// Nouns for a part or a number of events: "a round of talks".
    let measures: Set<String>
    /// Plurals that nobody meets: "met with difficulties".
    let unpeopled: Set<String>
    /// What is cut off verbs: "co-host".
    let prefixes: WordList
    /// Words that say that a list follows: "the following representatives".
    let listing: Set<String>
    /// Nouns, besides titles, for those who hold an office.
    let offices: Set<String>
    /// Nouns whose giver is the host: "at the invitation of".
    let invitations: Set<String>
    /// The subject is host to the noun's doer.
    let receiving: Set<String>
    /// Nouns for being there: "in the presence of".
    let presences: Set<String>
    /// Nouns for people who live where they are said to be: "the community in Korea".
    let residing: Set<String>
    /// Words for those who travel together.
    let travellers: Set<String>
    /// Verbs whose object is a paper.
    let signingVerbs: Set<String>
    /// Nouns that say that a ceremony is one of signing.
    let signing: Set<String>
    /// Words that put one of two meetings behind the other: "with the consul and then with the mayor".
    let sequencing: Set<String>
    /// Words before whoever does the same as the subject: "together with".
    let joiningWords: Set<String>
    /// Adjectives that put one event among others of its sort: "such a visit".
    let likening: Set<String>
    /// Prepositions before both sides of what they share.
    let mutual: Set<String>
    /// Words before those who say what is told: "according to".
    let citing: Set<String>
    /// Verbs of thanks and praise, whose object does what stands behind "for": "thanked the city for hosting".
    let thanking: Set<String>
    /// Verbs that with "on" can be an appeal: "called on the council to act".
    let appealing: Set<String>
    /// Prepositions before what they ask for: "called on the ministry for funds".
    let claiming: Set<String>
    /// Verbs for what callers come to do, which make a visit of it: "called on the mayor to discuss".
    let courtesies: Set<String>
    /// Verbs whose infinitive or object is a plan.
    let planning: Set<String>
    /// Verbs that leave open whether what they govern will be: "is considering opening".
    let pondering: Set<String>
    /// Verbs and nouns whose complement is a hope.
    let hoping: Set<String>
    /// Verbs whose infinitive did not happen: "refused to".
    let denying: Set<String>
    /// Prepositions whose verb did not happen.
    let withoutWords: Set<String>
    /// Nouns for the edges of an event: "on the sidelines of".
    let margins: Set<String>
    /// Verbs whose subject takes place: "will be held", "took place", "opened".
    let happening: Set<String>
    /// Verbs whose passive subject is to be there: "is expected at".
    let expecting: Set<String>
    /// Adjectives for what is still to come.
    let coming: Set<String>
    /// Determiners for what was told before.
    let definite: Set<String>
    /// Verbs by which somebody goes along with others: "joined the delegation".
    let comingAlong: Set<String>
    /// Words for a feeling, whose infinitive is done: "a pleasure to".
    let feeling: Set<String>
    /// Nouns for what somebody can take, whose infinitive is then done: "took the opportunity to".
    let chances: Set<String>
    /// Nouns for what somebody means to do: "announced a plan to visit".
    let plans: Set<String>
    /// Verbs by which somebody takes it.
    let taking: Set<String>
    /// Verbs by which somebody uses a chance: "took the opportunity to".
    let seizing: Set<String>
    /// Verbs whose object is to do what their infinitive says: "invited the mayor to attend".
    let urging: Set<String>
    /// Adverbs before "of" for what is done before something else: "arrives ahead of talks".
    let aheadWords: Set<String>
    /// Pronouns that begin a relative clause about things.
    let relatives: Set<String>
    /// Pronouns that begin a relative clause about things or people.
    let anyRelatives: Set<String>
    /// Words that do the work of another preposition: "alongside" of "with".
    let roleWords: [String: String]
    /// Prepositions that may hang on a verb's object and belong to the verb.
    let sharing: Set<String>
    /// Prepositions of places that may do so where the verb has none of its own.
    let spots: Set<String>
    /// Prepositions for where something is.
    let sites: Set<String>
    /// Prepositions that may hang on the object of the one before: "in Seoul with X".
    let straying: Set<String>
    /// Prepositions behind an invitation, for whose it is.
    let inviting: Set<String>
    /// Prepositions for whose or of what something is.
    let owning: Set<String>
    /// Verbs that say what talks are about.
    let dwelling: Set<String>
    /// Prepositions behind them for what is talked of: what hangs on that says nothing of where the talks are.
    let topical: Set<String>
    /// Prepositions that go on with a title: "ambassador to".
    let titling: Set<String>
    /// Prepositions before an event that a name is on: "Mayor Saarela on a visit".
    let bearing: Set<String>
    /// Prepositions through which a hope or plan reaches an event.
    let reaching: Set<String>
    /// Words that say that somebody is one of those named before: "including".
    let including: Set<String>
    /// Nouns that stand alone for the visitors of a visit told before.
    let guests: Set<String>
    /// Words that part the counterparts of one sentence: "separate talks".
    let parting: Set<String>
    /// Adjectives for an event before the one that is told of: "the previous meeting".
    let earlier: Set<String>
    /// Nouns whose plural parts them too: "held meetings with X and Y".
    let parted: Set<String>
    /// Nouns whose plural is one event: "talks".
    let single: Set<String>
    /// What may stand between the days of one event.
    let dayLinks: Set<String>
    /// Verbs whose object does not take place.
    let cancelling: Set<String>
    /// Nouns that say of another noun that it takes place.
    let nominalisations: Set<String>
    /// Verbs whose object is still to come: "is planning a visit".
    let projecting: Set<String>
    /// Verbs, with their prepositions, whose object is a hope: "looks forward to the visit".
    let awaiting: Set<String>
    /// Verbs that say for whom an occasion is: "a reception to welcome the consul".
    let honouring: Set<String>
    /// Nouns for those who are sent to a country, in which nothing happens then.
    let accredited: Set<String>
    /// Nouns for consuls, behind whose country "in" says where they reside.
    let consular: Set<String>
}
