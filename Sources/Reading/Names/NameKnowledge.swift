// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What the reader knows about names before it reads: titles, honorifics, countries, heads of organisations' names.
package struct NameKnowledge: Sendable {
    /// A title of office.
    struct Title: Sendable {
        /// Whether one body has one holder at a time.
        let isUnique: Bool
    }

    /// A form of address.
    struct Honorific: Sendable {
        /// What it tells about the person.
        let gender: Gender?
    }

    /// Titles of office.
    let titles: PhraseTable<Title>
    /// Forms of address before a name.
    let honorifics: PhraseTable<Honorific>
    /// Letters after a name, such as `SC`.
    let postNominals: Set<String>
    /// Countries by their adjectives.
    let demonyms: PhraseTable<KnownPlace>
    /// Countries by their names.
    let countries: PhraseTable<KnownPlace>
    /// Nouns that head the names of organisations, governments and venues, with what they make of the name.
    let organisationHeads: [String: Party.Kind]
    /// Nouns that head the names of events, agreements, programmes and documents.
    let titledThings: Set<String>
    /// Capitalised words that are no part of a personal name, such as the names of months.
    let notNames: Set<String>
    /// Capitalised words that are no organisation, such as `MOU`.
    let notOrganisations: Set<String>
    /// Words such as `former` before a title.
    let pastMarkers: Set<String>
    /// Lower-case words inside personal names, such as `van`.
    let nameParticles: Set<String>
    /// Words that follow the name of a province, city or district, with what they make of the place.
    let placeSuffixes: [String: Party.Kind]
    /// Nouns for people, whose plural can take part in an event.
    let peopleNouns: Set<String>
    /// The known places of a name, most likely first.
    let places: @Sendable (String) -> [KnownPlace]
}
