// SPDX-License-Identifier: Apache-2.0

import Foundation
import Yams

/// The words of a language that documents are made of; the files are `Resources/words`.
package struct Words: Sendable {
    /// The languages that there are words of, by their BCP 47 tags.
    package static let languages = ["en", "ko", "vi"]

    /// The language, as a BCP 47 tag.
    package let language: String
    private let texts: [String: [String: String]]

    /// The words of `language`; throws `BRIEF-004` where there are none.
    package init(_ language: String) throws(BriefingError) {
        self.language = language
        texts = try ResourceTable.decode([String: [String: String]].self, "words/\(language)")
    }

    /// Every key, such as `line.since`, in alphabetical order.
    package var keys: [String] {
        texts.flatMap { group, words in words.keys.map { "\(group).\($0)" } }.sorted()
    }

    /// The text of a key with its `{values}` filled in; the key itself where there is none, which a test rules out.
    package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, var text = texts[parts[0]]?[parts[1]] else { return key }
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// The text of `key` for a number of things.
    package func count(_ key: String, _ count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
        self("\(key)-\(count == 1 ? "one" : "other")", values).replacing("{count}", with: String(count))
    }

    /// What a word of the contract, such as the form `visit`, is called; the word itself where it has no other name.
    package func term(_ group: String, _ word: String) -> String { texts[group]?[word] ?? word }

    /// The name of the country of an ISO 3166 code; the code itself where CLDR has no name.
    package func country(_ code: String) -> String {
        Locale(identifier: language).localizedString(forRegionCode: code) ?? code
    }

    /// The same as `term` with a capital letter, for the beginning of a line.
    package func capital(_ group: String, _ word: String) -> String {
        term(group, word).capitalisedFirst
    }
}

/// Files that come with the program.
enum ResourceFile {
    /// Where the file is; throws `BRIEF-004` where it is missing.
    static func url(_ name: String, _ ending: String) throws(BriefingError) -> URL {
        guard let url = Bundle.module.url(forResource: name, withExtension: ending, subdirectory: "Resources") else {
            throw BriefingError(.resource, "\(name).\(ending)")
        }
        return url
    }
}

/// Tables that come with the program as YAML.
enum ResourceTable {
    /// The table `name` of `Resources`; throws `BRIEF-004` where it is missing or damaged.
    static func decode<Table: Decodable>(_ type: Table.Type, _ name: String) throws(BriefingError) -> Table {
        let url = try ResourceFile.url(name, "yaml")
        do { return try YAMLDecoder().decode(type, from: String(contentsOf: url, encoding: .utf8)) } catch {
            throw BriefingError(.resource, "\(name).yaml", detail: "\(error)")
        }
    }
}
