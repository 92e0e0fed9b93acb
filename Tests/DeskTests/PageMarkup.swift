// SPDX-License-Identifier: Apache-2.0

import Desk
import HTML

/// A page as a browser takes it apart: what of it could run, and the forms that it has.
struct PageMarkup {
    /// A form with the names of its fields.
    struct Form: Hashable {
        let action: String
        let isPost: Bool
        let isMultipart: Bool
        /// What stands in hidden fields.
        let hidden: [String: String]
        /// What a person fills in or presses.
        let fields: [String]
    }

    private let document: Document
    /// Everything that should not be on any page: handlers, styles, foreign scripts, addresses that run.
    let flaws: [String]

    init(_ text: String) throws {
        document = try Document(parsing: text)
        flaws = Self.flaws(of: document)
    }

    private static let addresses: Set<String> = ["href", "src", "action", "formaction", "data", "xlink:href"]
    private static let strange: Set<String> = [
        "iframe", "object", "embed", "base", "img", "video", "audio", "style", "math", "template", "frame", "applet",
    ]

    private static func flaws(of document: Document) -> [String] {
        document.nodes.indices.filter { document.nodes[$0].kind == .element }.flatMap { index -> [String] in
            let name = document.name(of: index)
            var found = strange.contains(name) ? ["<\(name)>"] : []
            if name == "script", document.attribute("src", of: index)?.hasPrefix("/static/") != true {
                found.append("a script of its own")
            }
            for attribute in document.attributes[document.nodes[index].attributes] {
                let (key, value) = (document.name(of: attribute).lowercased(), document.value(of: attribute))
                if key.hasPrefix("on") || key == "style" || key == "srcdoc" { found.append("\(name) \(key)") }
                let address = value.lowercased().filter { !$0.isWhitespace }
                if addresses.contains(key), ["javascript:", "data:", "vbscript:"].contains(where: address.hasPrefix) {
                    found.append("\(name) \(key)=\(value.prefix(40))")
                }
            }
            return found
        }
    }

    private func elements(_ names: Set<String>, in range: Range<Int>? = nil) -> [Int] {
        (range ?? 0..<document.nodes.count).filter {
            document.nodes[$0].kind == .element && names.contains(document.name(of: $0))
        }
    }

    /// What the forms carry.
    var tokens: [String] {
        elements(["input"]).filter { document.attribute("name", of: $0) == DeskContext.tokenField }
            .compactMap { document.attribute("value", of: $0) }
    }

    /// Who is signed in, as the foot of the page says.
    var account: String? {
        elements(["a"]).first { document.attribute("href", of: $0) == "/account" }.map { document.textContent(of: $0) }
    }

    var forms: [Form] {
        elements(["form"]).map { form in
            let fields = elements(["input", "textarea", "select", "button"], in: document.descendants(of: form))
            let named = fields.compactMap { index in document.attribute("name", of: index).map { (index, $0) } }
            let isHidden = { (index: Int) in document.attribute("type", of: index) == "hidden" }
            return Form(
                action: document.attribute("action", of: form) ?? "",
                isPost: document.attribute("method", of: form)?.lowercased() == "post",
                isMultipart: document.attribute("enctype", of: form) == "multipart/form-data",
                hidden: Dictionary(
                    named.filter { isHidden($0.0) }.map { ($0.1, document.attribute("value", of: $0.0) ?? "") }
                ) { first, _ in first },
                fields: Set(named.filter { !isHidden($0.0) }.map(\.1)).sorted())
        }
    }
}
