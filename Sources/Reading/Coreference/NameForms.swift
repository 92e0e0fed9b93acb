// SPDX-License-Identifier: Apache-2.0

/// Whether two names of different form can be one thing's, by their words alone.
enum NameForms {
    /// What a name shows of its form.
    struct Form: Hashable, Sendable {
        let words: [String]
        let initials: String?
        /// How many words at the end only say what sort of company it is.
        let companyWords: Int
        /// Whether an article stands before it, as before "the Dow"; never for persons and places.
        let isDefinite: Bool
        /// Whether it is a person's.
        let isPerson: Bool
    }

    static func areOne(_ one: CoreferenceMention, _ other: CoreferenceMention) -> Bool {
        areOne(one.form, other.form)
    }

    /// Whether one is the other's acronym, its name without "Company" or the like, or its beginning after an article.
    static func areOne(_ one: Form, _ other: Form) -> Bool {
        let (short, long) = one.words.count <= other.words.count ? (one, other) : (other, one)
        guard short.words.count < long.words.count, !short.isPerson, !long.isPerson else { return false }
        if short.words.count == 1, let initials = short.initials, initials.count > 1, initials == long.initials {
            return true
        }
        guard long.words.starts(with: short.words) else { return false }
        return short.isDefinite || long.words.count - short.words.count <= long.companyWords
    }
}

extension CoreferenceMention {
    /// The form of the name.
    var form: NameForms.Form {
        .init(
            words: name, initials: initials, companyWords: companyWords, isDefinite: isDefinite && !isPlace,
            isPerson: isPerson == true)
    }
}
