// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// A briefing book: what is known of two parties, or of one, on a day, every line with the sentences that prove it.
///
/// It is made once and set in several formats; nothing in it depends on a format.
package struct Brief: Hashable, Sendable, Codable {
    /// A sentence that is cited, by the number of its source and its place among the source's sentences.
    package struct Mark: Hashable, Sendable, Codable {
        /// The number of the source.
        package let source: Int
        /// The place of the sentence among those of the source, from 0.
        package let sentence: Int

        /// The mark as printed, such as `3a`.
        package var text: String { "\(source)\(letters)" }

        private var letters: String {
            var letters = ""
            var rest = sentence
            repeat {
                letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
                rest = rest / 26 - 1
            } while rest >= 0
            return letters
        }
    }

    /// A line: what is the case, and what proves it.
    package struct Line: Hashable, Sendable, Codable {
        /// What stands first, such as a day or a title; may be empty.
        package var label = ""
        /// What is the case.
        package let text: String
        /// What belongs to it: place, parties, counts of sources.
        package var detail = ""
        /// What proves it; empty only for what the program itself finds missing.
        package var marks: [Mark] = []
        /// Whether it says that something is not stated, which no sentence can prove.
        package var isGap = false
        /// Whether it belongs to the line before.
        package var isPart = false
    }

    /// A value at a time.
    package struct Point: Hashable, Sendable, Codable {
        /// When, as stated.
        package let date: PartialDate
        /// The number.
        package let value: Double
    }

    /// Values of one indicator over time.
    package struct Series: Hashable, Sendable, Codable {
        /// What is counted, and for whom.
        package let title: String
        /// The unit.
        package let unit: String
        /// The values, the earliest first.
        package let points: [Point]
    }

    /// A part of the brief under a heading.
    package struct Section: Hashable, Sendable, Codable {
        /// A part of a section with a heading of its own.
        package struct Group: Hashable, Sendable, Codable {
            /// The heading; empty where the section has but one group.
            package let title: String
            /// The lines.
            package let lines: [Line]
        }

        /// What it is, for links.
        package let id: String
        /// The heading.
        package let title: String
        /// Its groups.
        package let groups: [Group]
        /// Charts of values over time.
        package var series: [Series] = []
        /// What to say where there is no line.
        package let absence: String

        /// All lines.
        package var lines: [Line] { groups.flatMap(\.lines) }
    }

    /// A source that lines cite.
    package struct CitedSource: Hashable, Sendable, Codable {
        /// A sentence, with the words that an entry rests on.
        package struct Sentence: Hashable, Sendable, Codable {
            /// The sentence as it stands in the text.
            package let evidence: Evidence
            /// The words of it that the entry rests on.
            package let words: String
        }

        /// Its number in this brief.
        package let number: Int
        /// What it is.
        package let source: SourceRow
        /// The number of the earlier source in this brief that has the same text, where there is one.
        package let copyOf: Int?
        /// What is cited of it.
        package let sentences: [Sentence]
    }

    /// Whom it is about.
    package let title: String
    /// The day from which it looks, as `YYYY-MM-DD`; what became known later is left out.
    package let day: String
    /// Its parts, in order.
    package let sections: [Section]
    /// What is cited, by number.
    package let sources: [CitedSource]

    /// How many of the sources are not copies of another.
    package var origins: Int { sources.filter { $0.copyOf == nil }.count }

    /// The sentence that a mark names; `nil` for a mark of another brief.
    package func sentence(_ mark: Mark) -> CitedSource.Sentence? {
        guard sources.indices.contains(mark.source - 1) else { return nil }
        let sentences = sources[mark.source - 1].sentences
        return sentences.indices.contains(mark.sentence) ? sentences[mark.sentence] : nil
    }
}
