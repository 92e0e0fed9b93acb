// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Names of things that the model takes for bodies: products, of which there are many, and indices of markets.
///
/// Who makes or does something has a name without an article; the things made are "an iPod", "the MacBook", what a
/// maker unveils, and what the text calls a phone or a version.
struct ThingNames {
    private let knowledge: NameKnowledge
    private let passages: [Passage]
    /// The names that the article uses as those of products.
    private let products: Set<String>

    /// Learns the products of an article from its mentions.
    init(mentions: [Mention], knowledge: NameKnowledge, passages: [Passage]) {
        self.knowledge = knowledge
        self.passages = passages
        products = Set(
            mentions.filter { mention in
                mention.kind == .party(.organisation) && mention.acronym == nil
                    && Self.isUsedAsProduct(mention, in: passages[mention.passage], knowledge)
            }.map(\.name))
    }

    /// Whether the mention, taken for a body, names a thing.
    func contains(_ mention: Mention) -> Bool {
        guard mention.kind == .party(.organisation) else { return false }
        let isOfProduct = products.contains { product in
            mention.name == product || mention.name.hasPrefix(product + " ")
                || !product.contains(" ") && mention.name.hasSuffix(" " + product)
        }
        return isOfProduct || isIndex(mention) || isModel(mention)
    }

    private static func isUsedAsProduct(
        _ mention: Mention, in passage: Passage, _ knowledge: NameKnowledge
    ) -> Bool {
        let tokens = passage.tokens
        let name = mention.nameTokens
        let last = tokens[name.upperBound - 1]
        guard knowledge.bodyKind(ofHead: last.lower) == nil else { return false }
        let head = passage.head(of: name)
        if passage.children(of: head, ["appos"]).contains(where: { isProductNoun(tokens[$0], knowledge) })
            || name.lowerBound > 0 && isProductNoun(tokens[name.lowerBound - 1], knowledge)
            || knowledge.lists.productPrefixes.contains(where: tokens[name.lowerBound].text.isPrefixed(by:))
        {
            return true
        }
        guard last.dep != "compound", !(name.upperBound < tokens.count && tokens[name.upperBound].isNoun) else {
            return false
        }
        if name.lowerBound > 0 {
            let before = tokens[name.lowerBound - 1]
            if knowledge.lists.productDeterminers.contains(before.lower) || before.tag == "PRP$" { return true }
            if passage.words.definite.contains(before.lower), name.count == 1, last.text.hasInnerCapital { return true }
        }
        var object = head
        while tokens[object].dep == "conj", tokens[object].head != object { object = tokens[object].head }
        return tokens[object].dep == "dobj"
            && knowledge.lists.productVerbs.contains(tokens[tokens[object].head].lemma.asLowercase)
    }

    private static func isProductNoun(_ token: Token, _ knowledge: NameKnowledge) -> Bool {
        token.pos == "NOUN" && knowledge.lists.productNouns.contains(token.lemma.asLowercase)
    }

    /// Whether the name is that of an index of a market, such as the `Nikkei 225`.
    private func isIndex(_ mention: Mention) -> Bool {
        var words = mention.name.split(separator: " ").map { String($0).asLowercase }
        if words.first == "the" { words.removeFirst() }
        // "Dow Jones & Company" makes an index and is none.
        if words.count > 1, let last = words.last,
            knowledge.bodyKind(ofHead: last) != nil || knowledge.isLegalForm(last)
        {
            return false
        }
        return words.indices.contains { knowledge.lists.marketIndices.contains(words[...$0].joined(separator: " ")) }
    }

    /// Whether a maker's name stands before a model's number, or the name ends in one: `Kozjak K350`.
    private func isModel(_ mention: Mention) -> Bool {
        let tokens = passages[mention.passage].tokens
        let end = mention.nameTokens.upperBound
        let last = tokens[end - 1]
        let words = mention.name.split(separator: " ").map(String.init)
        if words.count > 1, let model = words.last, model.hasDigit, model.unicodeScalars.contains(where: \.isCapital) {
            return true
        }
        guard end < tokens.count, last.hasTrailingSpace, last.dep == "compound" || last.dep == "nmod" else {
            return false
        }
        return tokens[end].text.hasDigit && !["DATE", "MONEY", "PERCENT"].contains(tokens[end].entityLabel)
    }
}

extension String {
    /// Whether it holds a digit or another sign of number.
    fileprivate var hasDigit: Bool { unicodeScalars.contains { $0.properties.numericType != nil } }

    /// Whether a capital letter stands right behind a small one, as in `MacBook` and not in `McAllen`.
    fileprivate var hasInnerCapital: Bool {
        guard !hasPrefix("Mc") else { return false }
        return zip(unicodeScalars, unicodeScalars.dropFirst()).contains { $0.properties.isLowercase && $1.isCapital }
    }

    /// Whether a capital letter stands right behind `prefix`.
    fileprivate func isPrefixed(by prefix: String) -> Bool {
        hasPrefix(prefix) && unicodeScalars.dropFirst(prefix.unicodeScalars.count).first?.isCapital == true
    }
}
