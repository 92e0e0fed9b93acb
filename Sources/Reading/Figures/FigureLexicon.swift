// SPDX-License-Identifier: Apache-2.0

/// Words that decide what a number counts.
struct FigureLexicon: Sendable, Decodable {
    /// Verbs whose object or complement measures their subject: "trade reached …".
    let measuringVerbs: Set<String>
    /// Verbs whose share tells how much their subject changed.
    let changingVerbs: Set<String>
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
}
