// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Yams

/// The word lists by which names and headings are compared, loaded once.
public struct IdentityKnowledge: Sendable {
    let aliases: AliasGroups
    let romanisation: KoreanRomanisation
    let matching: MatchingWords
    let followUps: FollowUpCues
    let offices: Offices
    let honorifics: Honorifics

    /// Reads the lists of this program and the user's groups of names, in the form of `Resources/aliases.yaml`.
    ///
    /// Throws `LEDGER-018` for a list that cannot be read.
    public init(aliases files: [URL] = []) throws(LedgerError) {
        let gazetteer: Gazetteer
        do { gazetteer = try Gazetteer(places: nil) } catch {
            throw LedgerError(.wordList, path: "Gazetteer", detail: "\(error)")
        }
        offices = gazetteer.offices
        honorifics = gazetteer.honorifics
        romanisation = KoreanRomanisation(try Self.list("romanisation", as: KoreanRomanisation.List.self))
        matching = MatchingWords(try Self.list("matching", as: MatchingWords.List.self))
        followUps = try Self.list("follow-up", as: FollowUpCues.self)
        var groups = try Self.list("aliases", as: AliasGroups.List.self).parties
        for file in files { groups += try Self.read(file, as: AliasGroups.List.self).parties }
        aliases = AliasGroups(groups)
    }

    /// The words of bodies that act for the place in whose name theirs begins, in lower case: `council`, `government`.
    ///
    /// Throws `LEDGER-018` where the list cannot be read.
    package static func wordsOfBodies() throws(LedgerError) -> Set<String> {
        MatchingWords(try list("matching", as: MatchingWords.List.self)).bodies
    }

    private static func list<List: Decodable>(_ name: String, as type: List.Type) throws(LedgerError) -> List {
        guard let url = Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Resources") else {
            throw LedgerError(.wordList, path: "\(name).yaml", detail: "there is no such file")
        }
        return try read(url, as: type)
    }

    private static func read<List: Decodable>(_ url: URL, as type: List.Type) throws(LedgerError) -> List {
        do {
            return try YAMLDecoder().decode(type, from: Data(contentsOf: url))
        } catch {
            throw LedgerError(.wordList, path: url.path, detail: "\(error)")
        }
    }
}

/// Words that matter when names and headings are compared.
struct MatchingWords: Sendable {
    struct List: Decodable {
        let noise: [String]
        let nameParticles: [String]
        let placeWords: [String]
        let generic: [String]
        let bodies: [String]
        let common: [String]
        let opening: [String]
        let alike: [[String]]
    }

    let noise: Set<String>
    let nameParticles: Set<String>
    let placeWords: Set<String>
    let generic: Set<String>
    /// Words for bodies that act for the place in whose name theirs begins.
    let bodies: Set<String>
    let common: Set<String>
    /// Words for the first day of something that lasts.
    let opening: [String]
    private let alike: Set<[String]>

    init(_ list: List) {
        noise = Set(list.noise)
        nameParticles = Set(list.nameParticles)
        placeWords = Set(list.placeWords)
        generic = Set(list.generic)
        bodies = Set(list.bodies)
        common = Set(list.common)
        opening = list.opening
        alike = Set(list.alike.map { $0.sorted() })
    }

    /// Whether one page may call `left` what another calls `right`.
    func areAlike(_ left: String, _ right: String) -> Bool { left == right || alike.contains([left, right].sorted()) }
}
