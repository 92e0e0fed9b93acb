// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mustache

/// What a template is filled with: named texts, flags and further views.
package struct View: Sendable, MustacheParent, ExpressibleByDictionaryLiteral {
    /// What stands under one name.
    package enum Value: Sendable {
        case text(String)
        case flag(Bool)
        case list([View])
        case view(View)
        case words(Words)
        /// Hides what an outer view has under the same name.
        case none

        /// The text, or nothing where there is none or it is empty.
        package static func optional(_ text: String?) -> Value {
            text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
        }
    }

    private var values: [String: Value]

    package init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements) { $1 }
    }

    /// What stands under `name`.
    package subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Whether something stands under `name`.
    func has(_ name: String) -> Bool {
        if case .some(.none) = values[name] { false } else { values[name] != nil }
    }

    /// This view with all of `other` as well, which goes before.
    package func merging(_ other: View) -> View {
        var copy = self
        copy.values.merge(other.values) { $1 }
        return copy
    }

    package func child(named name: String) -> Any? {
        switch values[name] {
        case nil: nil
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let views): views
        case .view(let view): view
        case .words(let words): words
        // Mustache looks further out where a name is not found, and takes this for an end.
        case .some(.none): NSNull()
        }
    }
}

extension View.Value: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(arrayLiteral views: View...) { self = .list(views) }
}
