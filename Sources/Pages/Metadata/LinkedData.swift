// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The statements of a page's JSON-LD scripts about articles, `@graph` and nested objects included.
struct LinkedData: Sendable {
    /// One object of JSON-LD that has a type.
    struct Item: Sendable {
        /// Its types in lower case without a vocabulary's address.
        var types: [String]
        /// Its plain values by name.
        var texts: [String: String]
        /// Its plain values and lists of them by name, of those that can be lists.
        var lists: [String: [String]] = [:]
        /// The address of its first image.
        var image: String?
        /// The names of the persons and bodies by whom it was made.
        var authors: [String]
        /// The name of the publisher.
        var publisher: String?
    }

    /// All typed objects in the order of the page.
    private(set) var items: [Item] = []

    private static let limit = 400
    /// What these hold is about somebody or something else than the article.
    static let others: Set<String> = [
        "author", "publisher", "citation", "comment", "review", "mentions", "isBasedOn", "itemListElement",
        "relatedLink",
        "recommendations", "suggestedAnswer", "acceptedAnswer",
    ]

    init(scripts: [String]) {
        for script in scripts {
            if let value = Self.parse(script) { walk(value) } else { items += Self.salvage(script) }
        }
    }

    /// The items of any of these types, in the order of the types given.
    func items(ofTypes types: [String]) -> [Item] {
        items.filter { item in item.types.contains { types.contains($0) } }
    }

    private static func parse(_ script: String) -> Any? {
        var text = WhiteSpace.folded(script)
        for wrapper in ["<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>", "/*", "*/"] {
            while let place = text.firstPlace(of: wrapper) { text.removeSubrange(place) }
        }
        while text.hasSuffix(";") { text.removeLast() }
        return try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
    }

    private mutating func walk(_ root: Any) {
        var stack: [Any] = [root]
        var named: [String: String] = [:]
        var objects: [[String: Any]] = []
        while let value = stack.popLast(), objects.count < Self.limit {
            if let list = value as? [Any] {
                stack.append(contentsOf: list.reversed())
            } else if let object = value as? [String: Any] {
                objects.append(object)
                if let id = object["@id"] as? String, let name = object["name"] as? String { named[id] = name }
                // Sorted, so that the same page always gives the same order.
                for key in object.keys.sorted().reversed() where !Self.others.contains(key) {
                    if let inner = object[key], inner is [Any] || inner is [String: Any] { stack.append(inner) }
                }
                if let author = object["author"] { collectNames(author, into: &named) }
            }
        }
        for object in objects {
            let types = Self.strings(object["@type"]).map { type in
                String(type.lowercased().split(whereSeparator: { "/#:".contains($0) }).last ?? "")
            }
            guard !types.isEmpty else { continue }
            var texts: [String: String] = [:]
            for (key, value) in object {
                if let text = value as? String { texts[key.lowercased()] = text }
            }
            var lists: [String: [String]] = [:]
            for key in ["keywords", "articleSection"] where object[key] != nil {
                lists[key.lowercased()] = Self.strings(object[key])
            }
            items.append(
                Item(
                    types: types, texts: texts, lists: lists, image: Self.address(object["image"]),
                    authors: ["author", "creator"].lazy.map { Self.names(object[$0], named) }.first { !$0.isEmpty }
                        ?? [],
                    publisher: Self.names(object["publisher"], named).first))
        }
    }

    private func collectNames(_ value: Any, into named: inout [String: String]) {
        for case let object as [String: Any] in (value as? [Any]) ?? [value] {
            if let id = object["@id"] as? String, let name = object["name"] as? String { named[id] = name }
        }
    }

    private static func strings(_ value: Any?) -> [String] {
        if let text = value as? String { return [text] }
        return (value as? [Any])?.compactMap { $0 as? String } ?? []
    }

    private static func address(_ value: Any?) -> String? {
        let first = (value as? [Any])?.first ?? value
        return first as? String ?? (first as? [String: Any]).flatMap { ($0["url"] ?? $0["contentUrl"]) as? String }
    }

    private static func names(_ value: Any?, _ named: [String: String]) -> [String] {
        guard let value else { return [] }
        var names: [String] = []
        for part in (value as? [Any]) ?? [value] {
            if let text = part as? String {
                names.append(named[text] ?? text)
            } else if let object = part as? [String: Any] {
                let parts = ["givenName", "familyName"].compactMap { object[$0] as? String }
                names +=
                    object["name"] == nil && parts.count == 2 ? [parts.joined(separator: " ")] : strings(object["name"])
                if object["name"] == nil, let id = object["@id"] as? String, let name = named[id] { names.append(name) }
            }
        }
        return names.map(WhiteSpace.folded).filter { !$0.isEmpty }
    }

    /// What can be had from a script that is no valid JSON: the dates, the headline and the author's name.
    private static func salvage(_ script: String) -> [Item] {
        var texts: [String: String] = [:]
        for key in ["datePublished", "dateModified", "headline"] {
            texts[key.lowercased()] = salvaged(key, from: Substring(script))
        }
        let author = script.range(of: "\"author\"").flatMap { place in
            salvaged("name", from: script[place.upperBound...].prefix(longestObject).prefix { $0 != "}" })
        }
        guard !texts.isEmpty || author != nil else { return [] }
        return [Item(types: ["article"], texts: texts, authors: author.map { [$0] } ?? [], publisher: nil)]
    }

    /// Characters of a broken object in which a name is looked for.
    private static let longestObject = 300

    private static func salvaged(_ key: String, from script: Substring) -> String? {
        guard let found = script.range(of: "\"\(key)\"") else { return nil }
        let rest = script[found.upperBound...].drop { $0 == ":" || $0.isWhitespace }
        guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
        return String(rest[rest.index(after: rest.startIndex)..<end])
    }
}
