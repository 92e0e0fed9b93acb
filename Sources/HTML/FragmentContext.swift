// SPDX-License-Identifier: Apache-2.0

/// The element whose contents a fragment is.
public struct FragmentContext: Hashable, Sendable {
    /// The element's name.
    public var name: String
    /// The vocabulary of the name.
    public var namespace: Namespace
    /// The `encoding` of an `annotation-xml`, which decides whether HTML stands in it.
    public var encoding: String?

    /// The contents of an element, `body` if nothing is said.
    public init(name: String = "body", namespace: Namespace = .html, encoding: String? = nil) {
        self.name = name
        self.namespace = namespace
        self.encoding = encoding
    }
}
