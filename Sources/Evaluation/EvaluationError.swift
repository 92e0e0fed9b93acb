// SPDX-License-Identifier: Apache-2.0

/// Why gold cannot be used; says what, where, and what to do, in one line.
package struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file or folder concerned, with the line where there is one.
    package let place: String
    /// What is wrong.
    package let problem: String
    /// What to do about it.
    package let advice: String

    /// One line for a person.
    package var description: String { "\(place): \(problem); \(advice)" }
}
