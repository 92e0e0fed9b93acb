// SPDX-License-Identifier: Apache-2.0

import Cooperation
import HTML

/// Finds what a page says about itself beside title, authors and dates: its own URL, section, tags and lead image.
struct PageFactsFinder {
    let metadata: PageMetadata
    let location: String?
    let lexicon: MetadataLexicon

    private static let mostTags = 40
    private static let longestTag = 80
    private static let longestSection = 60
    private static let longestAddress = 2000

    /// What is known; the zones of dates are the date finder's.
    func facts() -> PageFacts {
        var facts = PageFacts()
        let items = metadata.linkedData.items(ofTypes: lexicon.articleTypes)
        facts.canonical = metadata.canonicalURL.flatMap(address)
        let sections =
            metadata.first(of: lexicon.sectionNames).map { [$0] } ?? items.first?.lists["articlesection"] ?? []
        facts.section = sections.lazy.map(clean).first { (1...Self.longestSection).contains($0.scalarCount) }
        let tags = self.tags(items)
        facts.tags = tags.isEmpty ? nil : tags
        let images = lexicon.imageNames.compactMap { metadata.values[$0]?.first } + items.compactMap(\.image)
        facts.image = images.lazy.compactMap(address).first
        return facts
    }

    private func tags(_ items: [LinkedData.Item]) -> [String] {
        let declared = lexicon.tagNames.lazy.compactMap { metadata.values[$0] }.map(Self.parts).first { !$0.isEmpty }
        let values = declared ?? Self.parts(items.first { $0.lists["keywords"] != nil }?.lists["keywords"] ?? [])
        var seen: Set<String> = []
        let tags = values.map(clean).filter { tag in
            (1...Self.longestTag).contains(tag.scalarCount) && seen.insert(PhraseLexicon.key(tag)).inserted
        }
        return Array(tags.prefix(Self.mostTags))
    }

    /// One value may hold a list with commas or semicolons.
    private static func parts(_ values: [String]) -> [String] {
        values.flatMap { value in
            value.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "，" }).map(String.init)
        }.filter { !WhiteSpace.isBlank($0) }
    }

    private func clean(_ value: String) -> String { WhiteSpace.folded(CharacterReferences.decoded(in: value)) }

    /// An absolute address; one without scheme or host gets those of the page.
    private func address(_ value: String) -> String? {
        let value = WhiteSpace.folded(value)
        guard !value.isEmpty, value.utf8.count <= Self.longestAddress, !value.utf8.contains(0x20) else { return nil }
        if value.hasPrefix("http://") || value.hasPrefix("https://") { return value }
        if value.hasPrefix("//") { return "https:" + value }
        guard value.hasPrefix("/"), let location, let scheme = location.firstPlace(of: "://") else { return nil }
        let end = location[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? location.endIndex
        return location[..<end] + value
    }
}
