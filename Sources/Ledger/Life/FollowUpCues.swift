// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Words by which a later page tells how a commitment fares, as `Resources/follow-up.yaml` lists them.
struct FollowUpCues: Decodable, Hashable, Sendable {
    private struct Lists: Decodable {
        struct Clear: Decodable {
            let status: CommitmentStatus
            let words: [String]
        }

        let clear: [Clear]
        let done: [String]
        let toDo: [String]
        let begun: [String]
        let levels: Set<String>
        let negations: [String]
        let futures: [String]
        let noDays: Set<String>
        let scales: [String: Double]
        let empty: Set<String>
        let endings: [String]
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

    /// What a phrase tells, by where it stands in the lists.
    private enum Sense: Hashable {
        case clear(CommitmentStatus)
        case done, toDo, begun
    }

    private struct Phrase: Hashable {
        let words: [String]
        let sense: Sense
        /// Whether the beginning of the last word is enough.
        let isOpen: Bool
        /// The lower comes first where several stand in a sentence.
        let rank: Int
    }

    private let levels: Set<String>
    private let negations: [[String]]
    private let futures: [[String]]
    private let noDays: Set<String>
    private let scales: [String: Double]
    /// Words that do not tell one commitment from another.
    let empty: Set<String>
    private let endings: [String]
    /// The phrases by how their first word begins, so that most words of a page are passed over at one look.
    private let phrases: [String: [Phrase]]

    /// How many words before another a negation or a future counts.
    private static let reach = 4
    /// How much of a word a phrase is found by.
    private static let keyLength = 3
    private static let years = 1900.0..<2100

    init(from decoder: any Decoder) throws {
        let lists = try Lists(from: decoder)
        levels = lists.levels
        negations = lists.negations.map(Self.split)
        futures = lists.futures.map(Self.split)
        noDays = lists.noDays
        scales = lists.scales
        empty = lists.empty
        endings = lists.endings
        let senses: [(sense: Sense, phrases: [String], isOpen: Bool)] =
            lists.clear.map { (.clear($0.status), $0.words, true) }
            + [(.done, lists.done, false), (.toDo, lists.toDo, false), (.begun, lists.begun, true)]
        let all = senses.flatMap { list in list.phrases.map { (Self.split($0), list.sense, list.isOpen) } }
        let ranked = all.enumerated().map { rank, phrase in
            Phrase(words: phrase.0, sense: phrase.1, isOpen: phrase.2, rank: rank)
        }
        phrases = Dictionary(grouping: ranked) { Self.key(of: $0.words.first ?? "") }
    }

    /// What the folded words of a sentence tell; `nil` where they tell nothing.
    func cue(in words: [String]) -> Cue? {
        var found: [(phrase: Phrase, place: Int)] = []
        for (place, word) in words.enumerated() {
            for phrase in phrases[Self.key(of: word)] ?? []
            where Self.stands(phrase.words, isOpen: phrase.isOpen, at: place, in: words) {
                found.append((phrase, place))
            }
        }
        found.sort { ($0.phrase.rank, $0.place) < ($1.phrase.rank, $1.place) }
        return found.lazy.compactMap { cue($0.phrase, at: $0.place, in: words) }.first
    }

    private func cue(_ phrase: Phrase, at place: Int, in words: [String]) -> Cue? {
        if case .clear(let status) = phrase.sense { return Cue(status, phrase.words) }
        let before = Array(words[max(0, place - Self.reach)..<place])
        if stands(negations, in: before) { return Cue(.stalled, (negations.first ?? []) + phrase.words) }
        switch phrase.sense {
        case .begun: return Cue(.inWorks, phrase.words)
        case .done where !stands(futures, in: before):
            return Cue(
                .kept, phrase.words, isDone: true, isLevel: levels.contains(phrase.words.joined(separator: " ")))
        case .done, .toDo, .clear:
            return stands(futures, in: before) ? Cue(.inWorks, phrase.words, isAnnounced: true) : nil
        }
    }

    private func stands(_ phrases: [[String]], in words: [String]) -> Bool {
        phrases.contains { phrase in
            words.indices.contains { Self.stands(phrase, isOpen: false, at: $0, in: words) }
                // "hasn't": the negation is the end of a word.
                || phrase.count == 1 && phrase[0].contains(where: { "'’".contains($0) })
                    && words.contains { $0.hasSuffix(phrase[0]) }
        }
    }

    private static func stands(_ phrase: [String], isOpen: Bool, at place: Int, in words: [String]) -> Bool {
        guard let last = phrase.last, place + phrase.count <= words.count else { return false }
        let end = words[place + phrase.count - 1]
        return (isOpen ? end.hasPrefix(last) : end == last)
            && zip(phrase.dropLast(), words[place...]).allSatisfy { $0 == $1 }
    }

    private static func split(_ phrase: String) -> [String] { phrase.split(separator: " ").map(String.init) }
    private static func key(of word: String) -> String { String(word.prefix(keyLength)) }

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
