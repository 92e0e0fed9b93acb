// SPDX-License-Identifier: Apache-2.0

/// A parse error of the tokenizer.
public struct ParseError: Hashable, Sendable {
    /// The standard's name of the error, such as `eof-in-tag`.
    public var code: String
    /// The byte of the source that it was noticed at.
    public var byte: Int
}
