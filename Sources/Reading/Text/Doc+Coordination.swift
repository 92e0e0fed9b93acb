// SPDX-License-Identifier: Apache-2.0

import Language

extension Doc {
    /// The same parse, where "Representatives of Norway and Ghana" come from both: the parser joins Ghana to them.
    func joiningPlaces() -> Doc {
        var joined = self
        for place in tokens.indices where tokens[place].dep == "conj" && tokens[place].entityLabel == "GPE" {
            let people = tokens[place].head
            guard people < place, tokens[people].tag.hasPrefix("NN"), tokens[people].tag.hasSuffix("S"),
                let other = (people + 1..<place).last(where: { tokens[$0].pos != "CCONJ" && tokens[$0].text != "," }),
                tokens[other].entityLabel == "GPE", tokens[other].dep == "pobj",
                tokens[tokens[other].head].head == people
            else { continue }
            joined.tokens[place].head = other
            for mark in other + 1..<place { joined.tokens[mark].head = other }
        }
        return joined
    }
}
