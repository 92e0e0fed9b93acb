// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Something that a sentence tells, with the words for it and for those who take part.
package struct ReadEvent: Sendable, Hashable {
    /// What part somebody or something has.
    package enum Role: String, Sendable, Hashable {
        /// Who does it.
        case source
        /// Whom it is done to, or what comes of it.
        case target
        /// One of several who do it to each other.
        case both
    }

    /// Words for somebody or something that takes part.
    package struct Participant: Sendable, Hashable {
        /// Where the words stand in the canonical text.
        package let range: TextRange
        /// Its part.
        package let role: Role
    }

    /// What sort of event it is; `nil` where no list says.
    package let type: EventType?
    /// Where the word that tells it stands in the canonical text.
    package let trigger: TextRange
    /// Who and what takes part, in the order of the text.
    package let participants: [Participant]
}
