// SPDX-License-Identifier: Apache-2.0

/// A language's resource file of numbers, units and the words around them.
struct QuantityFile: Codable {
    var numbers: NumberWords.Lists
}
