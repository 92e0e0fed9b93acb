// SPDX-License-Identifier: Apache-2.0

/// The number of letters by which two words differ.
package enum EditDistance {
    /// The least number of letters to add, drop or change; `nil` above `limit`.
    package static func between(_ left: String, _ right: String, atMost limit: Int) -> Int? {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        guard abs(left.count - right.count) <= limit else { return nil }
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
