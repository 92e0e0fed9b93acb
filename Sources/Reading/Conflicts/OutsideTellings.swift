// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What entries tell in the text of an article, and what they tell outside of it: in a headline, subtitle or caption.
struct OutsideTellings<Told> {
    /// What an entry tells, and the words that prove it.
    struct Telling {
        let entry: Entry
        let told: Told
        let proof: Evidence
    }

    private let inText: [Telling]
    private let outside: [Telling]

    /// Gathers what `told` makes of the entries, which is `nil` for those that tell nothing of the kind.
    init(_ reading: Reading, _ told: (Entry) -> (told: Told, proof: Evidence)?) {
        let tellings = reading.entries.compactMap { entry in
            told(entry).map { Telling(entry: entry, told: $0.told, proof: $0.proof) }
        }
        inText = tellings.filter { reading.article.isText(at: $0.proof.range) }
        outside = tellings.filter { !reading.article.isText(at: $0.proof.range) }
    }

    /// The conflicts in the order of the text: what stands outside and cannot hold where all that the text tells of the
    /// same does.
    func conflicts(
        _ kind: Conflict.Kind, isSame: (Told, Told) -> Bool, excludes: ([Telling], Telling) -> Bool,
        reason: (Telling, Telling) -> String
    ) -> [Conflict] {
        outside.compactMap { outer in
            let inner = inText.filter { isSame($0.told, outer.told) }
            guard let first = inner.first, excludes(inner, outer) else { return nil }
            return Conflict(
                kind: kind, between: [first.entry.id, outer.entry.id], odd: outer.entry.id,
                reason: reason(first, outer), evidence: [first.proof, outer.proof])
        }
    }
}
