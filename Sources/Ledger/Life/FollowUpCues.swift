// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Words by which a later page tells how a commitment fares, as `Resources/follow-up.yaml` lists them.
struct FollowUpCues: Decodable, Hashable, Sendable {
    private struct Clear: Decodable, Hashable {
        let status: CommitmentStatus
        let words: [String]
    }

    /// What the words of a sentence tell.
    struct Cue: Hashable {
        let status: CommitmentStatus
        /// The words that tell it.
        let words: [String]
        /// Whether the sentence says that something will be done, as a commitment itself does.
        let isAnnounced: Bool
        /// Whether the sentence says that something was done.
        let isDone: Bool
        /// Whether what is told is a level, which may still rise.
        let isLevel: Bool

        init(
            _ status: CommitmentStatus, _ words: [String], isAnnounced: Bool = false, isDone: Bool = false,
            isLevel: Bool = false
        ) {
            self.status = status
            self.words = words
            self.isAnnounced = isAnnounced
            self.isDone = isDone
            self.isLevel = isLevel
        }
    }

    private let clear: [Clear]
    private let done: [String]
    private let toDo: [String]
    private let levels: Set<String>
    private let begun: [String]
    private let negations: [String]
    private let futures: [String]
    private let noDays: Set<String>
    private let scales: [String: Double]
    /// Words that do not tell one commitment from another.
    let empty: Set<String>
    private let endings: [String]

    /// How many words before another a negation or a future counts.
    private static let reach = 4
    private static let years = 1900.0..<2100

    /// What the folded words of a sentence tell; `nil` where they tell nothing.
    func cue(in words: [String]) -> Cue? {
        for group in clear {
            for phrase in group.words where Self.places(of: phrase, in: words, wholeWords: false).first != nil {
                return Cue(group.status, split(phrase))
            }
        }
        for phrase in done + toDo {
            for place in Self.places(of: phrase, in: words, wholeWords: true) {
                if stands(negations, before: place, in: words) {
                    return Cue(.stalled, Array(negations.prefix(1)) + split(phrase))
                }
                if stands(futures, before: place, in: words) {
                    return Cue(.inWorks, split(phrase), isAnnounced: true)
                }
                if done.contains(phrase) {
                    return Cue(.kept, split(phrase), isDone: true, isLevel: levels.contains(phrase))
                }
            }
        }
        for phrase in begun {
            guard let place = Self.places(of: phrase, in: words, wholeWords: false).first else { continue }
            let isNegated = stands(negations, before: place, in: words)
            return isNegated ? Cue(.stalled, Array(negations.prefix(1)) + split(phrase)) : Cue(.inWorks, split(phrase))
        }
        return nil
    }

    private func split(_ phrase: String) -> [String] { phrase.split(separator: " ").map(String.init) }

    private func stands(_ phrases: [String], before place: Int, in words: [String]) -> Bool {
        let before = Array(words[max(0, place - Self.reach)..<place])
        return phrases.contains { phrase in
            !Self.places(of: phrase, in: before, wholeWords: true).isEmpty
                || phrase.contains(where: { "'’".contains($0) }) && before.contains { $0.hasSuffix(phrase) }
        }
    }

    /// Where the words of `phrase` stand; of the last one the beginning is enough unless `wholeWords`.
    private static func places(of phrase: String, in words: [String], wholeWords: Bool) -> [Int] {
        let wanted = phrase.split(separator: " ")
        guard let last = wanted.last, wanted.count <= words.count else { return [] }
        return (0...words.count - wanted.count).filter { start in
            let end = words[start + wanted.count - 1]
            return (wholeWords ? end == last : end.hasPrefix(last))
                && zip(wanted.dropLast(), words[start...]).allSatisfy { $0 == $1 }
        }
    }

    /// What the forms of one word have in common: `train`, `trained`, `training`.
    func stem(_ word: String) -> String {
        var word = word
        if let ending = endings.first(where: { word.hasSuffix($0) && word.count - $0.count >= 4 }) {
            word.removeLast(ending.count)
        }
        return word.count > 4 && word.hasSuffix("e") ? String(word.dropLast()) : word
    }

    /// The numbers of a sentence, days and years apart, and the years.
    func numbers(in sentence: String) -> (amounts: [Double], years: [Int]) {
        let words = sentence.lowercased().split(whereSeparator: \.isWhitespace)
            .map { $0.trimmingCharacters(in: .punctuationCharacters) }
        var amounts: [Double] = []
        var years: [Int] = []
        for (place, word) in words.enumerated() {
            guard let number = Double(word.replacing(",", with: "")) else { continue }
            if Self.years.contains(number), !word.contains(",") {
                years.append(Int(number))
                continue
            }
            let before = place > 0 ? words[place - 1] : ""
            let behind = place + 1 < words.count ? words[place + 1] : ""
            guard !noDays.contains(before), !noDays.contains(behind) else { continue }
            amounts.append(number * (scales[behind] ?? 1))
        }
        return (amounts, years)
    }
}
