// SPDX-License-Identifier: Apache-2.0

/// The names of metadata and the words that stand around titles and authors.
package final class MetadataLexicon: Sendable, Decodable {
    /// Names of `meta` that hold an author, best first.
    package let authorNames: [String]
    /// Names of `meta` that hold the title, best first.
    package let titleNames: [String]
    /// Names of `meta` that hold the part of the site, best first.
    package let sectionNames: [String]
    /// Names of `meta` that hold what the page is about, best first.
    package let tagNames: [String]
    /// Names of `meta` that hold the lead image's address, best first.
    package let imageNames: [String]
    /// Names of `meta` that hold the publisher, best first.
    package let publisherNames: [String]
    /// The schema.org types of articles, in lower case.
    package let articleTypes: [String]
    /// The schema.org types of pages that may stand for an article, in lower case.
    package let pageTypes: [String]
    /// What stands in place of an author and names nobody.
    package let notAuthors: Set<String>
    /// What stands for authors who stay unnamed, such as `staff writer`.
    package let unnamedAuthors: Set<String>
    /// The first words of links and labels that stand where an author is looked for.
    package let notAuthorStarts: Set<String>
    /// Words in the names of firms, offices and newsrooms.
    package let bodyWords: Set<String>
    /// Endings of words in the names of firms, offices and newsrooms.
    package let bodyEndings: [String]
    /// Words of labels that end a name before them, such as `All posts`.
    package let nameStops: Set<String>
    /// Small words inside names, such as `van`.
    package let nameParticles: Set<String>
    /// Words between a name and a date, such as `on`.
    package let dateWords: Set<String>
    /// Labels that stand alone before a name, such as `Author`.
    package let authorLabels: Set<String>
    /// Labels that stand before a name in a list of credits, such as `Words`.
    package let creditLabels: Set<String>
    /// What a line begins with that names the source of a text, such as `source:`.
    package let sourceLabels: [String]
    /// Words for what a journalist is.
    package let roles: Set<String>
    /// Endings of such words.
    package let roleEndings: [String]
    /// Words before them, such as `senior`.
    package let roleQualifiers: Set<String>
    /// What tells two persons of one name apart, such as `jr`.
    package let generations: Set<String>
    /// Labels of rows before an article, such as `department` and `hits`.
    package let rowLabels: RowLabels
    /// Labels of rows that tell when and where something takes place.
    package let eventLabels: EventLabels
    /// Parts of addresses that lead to a person's page.
    package let authorPaths: Set<String>
    /// What stands between a title and the site's name.
    package let titleSeparators: [String]
    /// What stands between two authors.
    package let nameJoiners: [String]
    /// Words for a journalist after a name.
    package let nameTails: [String]
    /// Words before a name, such as `by`.
    package let namePrefixes: NamePrefixes
    /// Words before the names in brackets with which a text ends, such as `reporting by`.
    package let signOffs: [String]
}
