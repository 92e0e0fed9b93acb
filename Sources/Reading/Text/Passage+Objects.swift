// SPDX-License-Identifier: Apache-2.0

extension Passage {
    /// The objects of those prepositions on `token` that `isMeant` knows: "Ghana" of "the embassy of Ghana", behind "of".
    func objects(of token: Int, behind isMeant: (String) -> Bool) -> [Int] {
        children(of: token, ["prep"]).filter { isMeant(tokens[$0].lower) }.flatMap { children(of: $0, ["pobj"]) }
    }
}
