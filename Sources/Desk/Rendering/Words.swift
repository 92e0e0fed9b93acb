// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mustache
import Yams

/// The words of the pages in one language: texts under keys such as `today.title`.
package struct Words: Sendable, MustacheParent {
    /// The language.
    package let language: PageLanguage
    private let texts: [String: String]
    private let groups: Set<String>
    /// What the keys of this part begin with.
    private let prefix: String

    private init(_ language: PageLanguage, _ texts: [String: String], _ groups: Set<String>, prefix: String) {
        self.language = language
        self.texts = texts
        self.groups = groups
        self.prefix = prefix
    }

    /// Reads the catalog of `language` that comes with the program.
    package init(_ language: PageLanguage) throws(DeskError) {
        let name = "words/\(language.rawValue).yaml"
        do {
            guard
                let url = Bundle.module.url(
                    forResource: language.rawValue, withExtension: "yaml", subdirectory: "Resources/words"),
                let node = try Yams.compose(yaml: String(contentsOf: url, encoding: .utf8))
            else { throw DeskError(.resource, name) }
            var texts: [String: String] = [:]
            try Self.collect(node, under: "", into: &texts)
            let groups = texts.keys.flatMap { key in
                key.indices.filter { key[$0] == "." }.map { String(key[..<$0]) }
            }
            self.init(language, texts, Set(groups), prefix: "")
        } catch let error as DeskError { throw error } catch {
            throw DeskError(.resource, name, detail: "\(error)")
        }
    }

    private static func collect(_ node: Node, under key: String, into texts: inout [String: String]) throws {
        switch node {
        case .scalar(let scalar): texts[key] = scalar.string
        case .mapping(let mapping):
            for (name, child) in mapping {
                guard let name = name.string else { continue }
                try collect(child, under: key.isEmpty ? name : "\(key).\(name)", into: &texts)
            }
        default: throw DeskError(.resource, key, detail: "neither a text nor a group of texts")
        }
    }

    /// Every key, in order.
    package var keys: [String] { texts.keys.sorted() }

    /// The text under `key`; the key itself where there is none.
    package subscript(key: String) -> String { texts[prefix + key] ?? key }

    /// The text under `key` with `{name}` filled in.
    package func text(_ key: String, _ values: [String: String]) -> String {
        values.reduce(self[key]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// What went wrong and what to do, for a stable code such as `PAGE-006`; `nil` where there are no words for it.
    package func failure(_ code: String) -> String? { texts["failure.codes.\(code)"] }

    /// The text for a number of things, which has the forms `one` and `other`; `{count}` is filled in.
    package func counted(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
        text(count == 1 ? "\(key).one" : "\(key).other", values.merging(["count": String(count)]) { $1 })
    }

    /// What a word of the record's own, such as `in-works`, is called; the word itself where it has no name.
    package func term(_ word: String) -> String {
        texts["terms.\(word)"] ?? word.replacing("-", with: " ")
    }

    /// What stands before the name of a party in a role; the role itself where it has no words.
    package func role(_ role: String) -> String { texts["roles.\(role)"] ?? term(role) }

    package func child(named name: String) -> Any? {
        let key = prefix + name
        if let text = texts[key] { return text }
        return groups.contains(key) ? Words(language, texts, groups, prefix: "\(key).") : nil
    }
}
