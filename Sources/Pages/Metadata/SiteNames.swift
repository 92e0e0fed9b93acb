// SPDX-License-Identifier: Apache-2.0

import HTML

/// What a page's site and publisher are called.
struct SiteNames {
    /// The publisher's name.
    let publisher: String?
    /// Every name of the site that is known, its domain included.
    let all: [String]

    init(metadata: PageMetadata, location: String?, lexicon: MetadataLexicon) {
        let declared = metadata.first(of: Array(lexicon.publisherNames.prefix(1)))
        let items = metadata.linkedData.items(ofTypes: lexicon.articleTypes + lexicon.pageTypes)
        // Who publishes what they wrote themselves is a person here.
        let linked = items.first { item in item.publisher.map { !item.authors.contains($0) } ?? false }?.publisher
        let sites = metadata.linkedData.items(ofTypes: ["website", "organization", "newsmediaorganization"])
            .filter { !$0.types.contains("person") }.compactMap { $0.texts["name"] }
        let named = [declared, linked, metadata.first(of: lexicon.publisherNames)].compactMap { $0 }
            .map { WhiteSpace.folded(CharacterReferences.decoded(in: $0)) }
        publisher = named.first { $0.unicodeScalars.count <= 80 && !$0.contains("://") && !$0.hasPrefix("@") }
        var all = named + sites.map { WhiteSpace.folded(CharacterReferences.decoded(in: $0)) }
        for address in [location, metadata.canonicalURL, metadata.first(of: ["og:url"])].compactMap({ $0 }) {
            guard let host = Self.host(of: address) else { continue }
            all.append(host)
            let labels = host.split(separator: ".").filter { $0 != "www" && $0 != "m" }
            if let first = labels.first { all.append(String(first)) }
            if labels.count > 2 { all.append(String(labels[labels.count - 2])) }
        }
        self.all = all.filter { $0.unicodeScalars.count >= 2 }
    }

    private static func host(of address: String) -> String? {
        guard let scheme = address.firstPlace(of: "://") else { return nil }
        let host = address[scheme.upperBound...].prefix { !"/?#:".contains($0) }
        return host.isEmpty ? nil : host.lowercased()
    }
}
