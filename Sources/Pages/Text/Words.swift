// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The words between blanks (U+0020), found without a look at what makes up a character.
    var words: [Substring] { Substring(self).utf8.split(separator: 0x20).map { Substring($0) } }

    /// Whether there is a blank (U+0020).
    var hasBlank: Bool { utf8.contains(0x20) }

    /// The number of Unicode scalars.
    var scalarCount: Int {
        utf8.withContiguousStorageIfAvailable { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
            return count
        } ?? unicodeScalars.count
    }
}
