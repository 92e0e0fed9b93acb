// SPDX-License-Identifier: Apache-2.0

/// Words that decide what a number counts.
struct FigureLexicon: Sendable, Decodable {
    /// Verbs whose object or complement measures their subject: "trade reached …".
    let measuringVerbs: Set<String>
    /// Verbs whose share tells how much their subject changed.
    let changingVerbs: Set<String>
    /// Verbs whose object is measured where an amount says to what: "bring exports to 5 million dollars".
    let carryingVerbs: Set<String>
    /// Verbs by which their subject comes to a level.
    let reachingVerbs: Set<String>
    /// Verbs under which another goes on or begins: "continued to grow".
    let continuingVerbs: Set<String>
    /// Verbs of whoever reckons with something to come: "expected to reach".
    let foreseeingVerbs: Set<String>
    /// Prepositions that tie an amount to the verb that measures, and those of them that tell by how much.
    let measurePrepositions: Set<String>
    let stepPrepositions: Set<String>
    /// Words between a noun and its amount: "projects worth $5 million".
    let worthWords: Set<String>
    /// Nouns that stand for an amount itself, not for what it measures: "a milestone of 5 million dollars".
    let levelNouns: Set<String>
    /// Nouns for what somebody wants to come to.
    let targetNouns: Set<String>
    /// Nouns behind "in" that say nothing of what is measured: "5 million dollars in total".
    let plainNouns: Set<String>
    /// Words between two amounts of which the second says the first once more or is what it is compared with, and words
    /// that may stand beside them.
    let againWords: Set<String>
    let fillingWords: Set<String>
    /// Prepositions that name where something counts.
    let placePrepositions: Set<String>
    /// Verbs whose subject is what their object counts for: "the city has 400 residents".
    let havingVerbs: Set<String>
    /// Verbs whose object tells how long their subject goes on.
    let lastingVerbs: Set<String>
    /// Units of time, which a duration is counted in.
    let timeUnits: Set<String>
    /// Auxiliaries by which a number is asked for rather than given.
    let askingWords: Set<String>
    /// Words behind a number and a hyphen that say how many belong to a body, "12-member", with what they count.
    let memberWords: [String: String]
    /// Marks and words between a total and its parts, and between the parts: "20 students, 8 from Porto and 12 from Turku".
    let partMarks: Set<String>
    /// Prepositions behind each part.
    let partPrepositions: Set<String>
    /// Prepositions behind a share, for what it is a share of.
    let shares: Set<String>
    /// Words by which a list names only some of what is counted: "such as", "among others".
    let openWords: Set<String>
    /// Prepositions behind a sum for what it is for.
    let purposePrepositions: Set<String>
    /// Words behind a hyphen by which a number names a class: "five-star".
    let classWords: Set<String>
    /// Nouns for how many there are of what stands behind their "of".
    let countWords: Set<String>
    /// Words for what is taken from a number: "one of 16 partners", "among 16 partners".
    let selectingWords: Set<String>
    /// Words before a number that may stand for a place in the middle of things.
    let surroundingWords: Set<String>
    /// Verbs behind which they do.
    let centringVerbs: Set<String>
    /// Nouns whose "two" is grammar: "the two countries".
    let pairNouns: Set<String>
    /// Words before a number that point back at what was counted before: "all three countries".
    let backwardWords: Set<String>
    /// Prepositions before what a number rises or falls from.
    let baselinePrepositions: Set<String>
    /// Adverbs by which each number of a list belongs to the one of another list in its place.
    let respectiveWords: WordList
    /// Prepositions before what a number rises or falls to.
    let levelPrepositions: Set<String>
    /// Prepositions before how long something goes on.
    let lastingPrepositions: Set<String>
    /// Prepositions before what ranks among others: "as its second-largest market".
    let rankPrepositions: Set<String>
    /// Prepositions before the year or month that a number is of.
    let yearPrepositions: Set<String>
    /// Words behind the first number of a share: "3 in 10", "3 out of 10".
    let ratioWords: Set<String>
    /// Those of them that can stand right before the second.
    let ratioPrepositions: Set<String>
    /// Prepositions that go on with the noun that is counted: "students from Porto".
    let nounPrepositions: Set<String>
    /// The words before the day on which a number was true, in their order.
    let asOf: [String]
}
