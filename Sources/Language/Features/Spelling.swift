// SPDX-License-Identifier: Apache-2.0

/// A string that equals only strings of the same scalars.
///
/// Swift's strings are equal when they look the same, however they are composed; the tables of a pipeline are not.
struct Spelling: Hashable, Sendable {
    let string: String

    init(_ string: String) {
        self.string = string
    }

    static func == (left: Spelling, right: Spelling) -> Bool {
        left.string.hasSameScalars(as: right.string)
    }

    func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// Whether both strings consist of the same scalars, however they look.
    func hasSameScalars(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    /// Whether the last scalars are those of `suffix`.
    func endsWithScalars(of suffix: String) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
