// SPDX-License-Identifier: Apache-2.0

/// Why a regular expression cannot be used; `offset` counts Unicode scalars of the expression.
package enum PatternError: Error, Equatable, CustomStringConvertible {
    /// The expression is not a valid one.
    case malformed(String, offset: Int)
    /// The expression is valid in Python but uses something that the matcher does not know.
    case unsupported(String, offset: Int)
    /// The expression has more instructions than `limit` when its counted loops are written out.
    case tooLarge(limit: Int)

    package var description: String {
        switch self {
        case .malformed(let what, let offset): "malformed regular expression: \(what) at scalar \(offset)"
        case .unsupported(let what, let offset): "unsupported in a regular expression: \(what) at scalar \(offset)"
        case .tooLarge(let limit): "regular expression of more than \(limit) instructions"
        }
    }
}
