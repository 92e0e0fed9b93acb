// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTML

/// What a page's site and publisher are called.
struct SiteNames {
    /// The publisher's name.
    let publisher: String?
    /// Every name of the site that is known, its domain included.
    let all: [String]
    /// What else the site or its publisher may be called: every publisher named and the ends of the page's `title`.
    let others: [String]

    init(metadata: PageMetadata, location: String?, lexicon: MetadataLexicon) {
        let declared = metadata.first(of: Array(lexicon.publisherNames.prefix(1)))
        let items = metadata.linkedData.items(ofTypes: lexicon.articleTypes + lexicon.pageTypes)
        // Who publishes what they wrote themselves is a person here.
        let linked = items.first { item in item.publisher.map { !item.authors.contains($0) } ?? false }?.publisher
        let sites = metadata.linkedData.items(ofTypes: ["website", "organization", "newsmediaorganization"])
            .filter { !$0.types.contains("person") }.compactMap { $0.texts["name"] }
        let named = [declared, linked, metadata.first(of: lexicon.publisherNames)].compactMap { $0 }
            .map { WhiteSpace.folded(CharacterReferences.decoded(in: $0)) }
        publisher = named.first { $0.scalarCount <= 80 && !$0.contains("://") && !$0.hasPrefix("@") }
        // Some templates give every author as the publisher too.
        let authors = Set(lexicon.authorNames.flatMap { metadata.values[$0] ?? [] }.filter { !$0.holds("(") })
        let publishers = lexicon.publisherNames.flatMap { metadata.values[$0] ?? [] }.filter { !authors.contains($0) }
        others = publishers.map(Self.withoutAddition) + Self.titleParts(of: metadata, lexicon: lexicon)
        var all = named + sites.map { WhiteSpace.folded(CharacterReferences.decoded(in: $0)) }
        for address in [location, metadata.canonicalURL, metadata.first(of: ["og:url"])].compactMap({ $0 }) {
            guard let host = Self.host(of: address) else { continue }
            all.append(host)
            let labels = host.split(separator: ".").filter { $0 != "www" && $0 != "m" }
            if let first = labels.first { all.append(String(first)) }
            if labels.count > 2 { all.append(String(labels[labels.count - 2])) }
        }
        self.all = all.filter { $0.scalarCount >= 2 }
    }

    /// `© 2025 The Harbour Post (post.example)` names The Harbour Post.
    private static func withoutAddition(_ name: String) -> String {
        let decoded = CharacterReferences.decoded(in: name)
        let end = decoded.firstPlace(of: " (")?.lowerBound ?? decoded.endIndex
        return WhiteSpace.folded(String(decoded[..<end].drop { !$0.isLetter }))
    }

    /// The first and the last part of the page's `title`, of which one may name the site; not the headline.
    private static func titleParts(of metadata: PageMetadata, lexicon: MetadataLexicon) -> [String] {
        guard let title = metadata.title.map(CharacterReferences.decoded(in:)) else { return [] }
        var parts = [title]
        for separator in lexicon.titleSeparators { parts = parts.flatMap { $0.parts(between: separator) } }
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return [] }
        let headline = PhraseLexicon.key(metadata.first(of: lexicon.titleNames) ?? "")
        return [first, last].filter { !headline.contains(PhraseLexicon.key($0)) }
    }

    private static func host(of address: String) -> String? {
        guard let scheme = address.firstPlace(of: "://") else { return nil }
        let host = address[scheme.upperBound...].prefix { !"/?#:".contains($0) }
        return host.isEmpty ? nil : host.lowercased()
    }
}
