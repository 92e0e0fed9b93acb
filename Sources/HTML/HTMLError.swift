// SPDX-License-Identifier: Apache-2.0

/// Why a page is not parsed; anything within the limits is.
public enum HTMLError: Error, Hashable, Sendable {
    /// The source has more UTF-8 bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// More elements are open than the limit; the byte of the source where it happens.
    case tooDeep(limit: Int, byte: Int)
    /// The tree has more nodes than the limit; the byte of the source where it happens.
    case tooManyNodes(limit: Int, byte: Int)
    /// A tag has more attributes than the limit; the byte of the source where the tag begins.
    case tooManyAttributes(limit: Int, byte: Int)

    /// A code that never changes.
    public var code: String {
        switch self {
        case .tooLarge: "HTML-001"
        case .tooDeep: "HTML-002"
        case .tooManyNodes: "HTML-003"
        case .tooManyAttributes: "HTML-004"
        }
    }
}

extension HTMLError: CustomStringConvertible {
    /// One line: code, what is wrong, what to do.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "\(code) the page has \(bytes) bytes, more than \(limit); raise the limit or parse a part of it"
        case .tooDeep(let limit, let byte):
            "\(code) more than \(limit) elements are open at byte \(byte); raise the limit or refuse the page"
        case .tooManyNodes(let limit, let byte):
            "\(code) the tree has more than \(limit) nodes at byte \(byte); raise the limit or refuse the page"
        case .tooManyAttributes(let limit, let byte):
            "\(code) the tag at byte \(byte) has more than \(limit) attributes; raise the limit or refuse the page"
        }
    }
}
