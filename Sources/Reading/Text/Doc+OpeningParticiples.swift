// SPDX-License-Identifier: Apache-2.0

import Language

extension Doc {
    /// The same parse, where "Congratulating Ambassador X, the chairman of the council said" tells who said it.
    ///
    /// The parser takes X for the subject and the chairman for X; but an apposition would end with a comma.
    func partingSubjects() -> Doc {
        var parted = self
        for sentence in sentences {
            guard let first = sentence.first, tokens[first].tag == "VBG",
                ["compound", "amod"].contains(tokens[first].dep)
            else { continue }
            let object = tokens[first].head
            let verb = tokens[object].head
            guard first < object, object < verb, ["nsubj", "nsubjpass"].contains(tokens[object].dep),
                let subject = sentence.first(where: { tokens[$0].head == object && tokens[$0].dep == "appos" })
            else { continue }
            let phrase = sentence.filter { isBelow($0, subject) }
            guard let start = phrase.first, let end = phrase.last, start > object, end < verb,
                tokens[start - 1].text == ",", !tokens[end + 1].isPunctuation
            else { continue }
            parted.tokens[first].head = verb
            parted.tokens[first].dep = "advcl"
            parted.tokens[object].head = first
            parted.tokens[object].dep = "dobj"
            parted.tokens[subject].head = verb
            parted.tokens[subject].dep = tokens[object].dep
        }
        return parted
    }

    /// Whether a token is the other or hangs on it, however far down.
    private func isBelow(_ token: Int, _ other: Int) -> Bool {
        var place = token
        while place != other {
            guard tokens[place].head != place else { return false }
            place = tokens[place].head
        }
        return true
    }
}
