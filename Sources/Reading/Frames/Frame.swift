// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Yams

/// What words signal an entry and which parts of the sentence fill its slots; frames are data, see
/// `Resources/frames`.
struct Frame: Sendable, Decodable {
    /// One slot of the entry.
    struct Slot: Sendable, Decodable {
        /// What the filler is to the entry: a participant's role, or `place`.
        let role: String
        /// The grammatical roles that fill the slot behind a verb.
        let verb: [String]?
        /// The grammatical roles that fill the slot behind a noun.
        let noun: [String]?
        /// The kinds of party that fit.
        let accepts: Set<Party.Kind>
    }

    /// The frame's name, for messages.
    let frame: String
    /// The kind of entry that it makes.
    let kind: Entry.Kind
    /// The form of engagement.
    let type: Engagement.Form
    /// Verbs that signal it, in base form, with their preposition where they need one.
    let verbs: [String]?
    /// Nouns that signal it, in base form.
    let nouns: [String]?
    /// Grammatical roles of which one has to be filled.
    let needs: [String]?
    /// Words of which one has to head the verb's object.
    let objects: Set<String>?
    /// Words of which one has to head the verb's subject.
    let subjects: Set<String>?
    /// Whether a noun of which only is said that it happens has to be part of a name.
    let titled: Bool?
    /// Words of which one has to stand in the clause.
    let requires: [String]?
    /// The forms of engagement that this frame only adds participants to.
    let joins: Set<Engagement.Form>?
    /// The forms of occasion told right before into which it goes where its visitor takes part in them.
    let follows: Set<Engagement.Form>?
    /// Whether it is an occasion only where the clause dates it.
    let dated: Bool?
    /// Whether all parties come together only where two are named.
    let mutual: Bool?
    /// Whether two have to be named, on whichever side of the verb.
    let several: Bool?
    /// Whether it is an occasion only where more is told of it: a place, or those who look on.
    let weak: Bool?
    /// Whether its object has to be told of for the first time.
    let introduces: Bool?
    /// Whether it is an occasion of its own only where it is told of with "a".
    let indefinite: Bool?
    /// Whether the sentence has to write the name of the occasion that the frame adds to.
    let named: Bool?
    /// Whether its subject comes along with its object, and so is what that is.
    let escorts: Bool?
    /// Whether those whom a hyphen joins before its noun take part: "the Peru-Ghana talks".
    let sides: Bool?
    /// The slots.
    let slots: [Slot]
}

/// The frames of a file, whose slots have roles that there are.
struct FrameList: Decodable {
    let frames: [Frame]

    init(from decoder: any Decoder) throws {
        frames = try [Frame](from: decoder)
        for (number, frame) in frames.enumerated() {
            for (place, slot) in frame.slots.enumerated() where !Self.roles.contains(slot.role) {
                let roles = Self.roles.joined(separator: ", ")
                throw Self.fault(
                    [.init(number), .init("slots"), .init(place), .init("role")], "\(slot.role) is none of \(roles)",
                    decoder)
            }
        }
    }

    /// What a slot's filler can be to the entry.
    private static let roles = Engagement.Role.allCases.map(\.rawValue) + ["place"]

    private static func fault(_ path: [Key], _ reason: String, _ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath + path, debugDescription: reason))
    }

    /// A step on the way to a value.
    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int?

        init(_ name: String) { (stringValue, intValue) = (name, nil) }
        init(_ index: Int) { (stringValue, intValue) = ("\(index)", index) }
        init(stringValue: String) { self.init(stringValue) }
        init(intValue: Int) { self.init(intValue) }
    }
}

/// The frames that the reader looks for, by trigger.
struct FrameLibrary: Sendable {
    /// All frames in file order.
    let frames: [Frame]
    private let byVerb: [String: [(preposition: String?, frame: Int)]]
    private let byNoun: [String: [(modifiers: [String], frame: Int)]]

    /// Indexes the frames of `list` by their triggers.
    init(_ list: FrameList) {
        let frames = list.frames
        self.frames = frames
        var byVerb: [String: [(preposition: String?, frame: Int)]] = [:]
        var byNoun: [String: [(modifiers: [String], frame: Int)]] = [:]
        for (number, frame) in frames.enumerated() {
            for phrase in frame.verbs ?? [] {
                let words = phrase.split(separator: " ").map(String.init)
                guard let verb = words.first else { continue }
                byVerb[verb, default: []].append((words.count > 1 ? words[1] : nil, number))
            }
            for phrase in frame.nouns ?? [] {
                let words = phrase.split(separator: " ").map(String.init)
                guard let noun = words.last else { continue }
                byNoun[noun, default: []].append((words.dropLast(), number))
            }
        }
        self.byVerb = byVerb
        self.byNoun = byNoun
    }

    /// Whether a verb signals any frame, with its preposition or without.
    func hasFrames(forVerb lemma: String) -> Bool { byVerb[lemma] != nil }

    /// Whether a noun signals any frame, with the words before it or without.
    func hasFrames(forNoun lemma: String) -> Bool { byNoun[lemma] != nil }

    /// The frames that a verb signals, given the prepositions that hang on it.
    func frames(forVerb lemma: String, prepositions: Set<String>) -> [Frame] {
        var found: [Int] = []
        for entry in byVerb[lemma] ?? [] where entry.preposition.map(prepositions.contains) ?? true {
            if !found.contains(entry.frame) { found.append(entry.frame) }
        }
        return found.map { frames[$0] }
    }

    /// The frames that a noun signals, given the words before it: those of "courtesy call" rather than those of "call".
    func frames(forNoun lemma: String, modifiers: [String]) -> [Frame] {
        let fitting = (byNoun[lemma] ?? []).filter {
            $0.modifiers.isEmpty || modifiers.suffix($0.modifiers.count) == $0.modifiers[...]
        }
        let closest = fitting.filter { !$0.modifiers.isEmpty }
        return (closest.isEmpty ? fitting : closest).map { frames[$0.frame] }
    }
}
