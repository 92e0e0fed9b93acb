// SPDX-License-Identifier: Apache-2.0

/// The runs of a text in scripts whose words are not parted by spaces, or whose particles cling to the word: Hangul,
/// kana and Chinese characters.
struct UnspacedRuns {
    /// The runs, in the order of the text.
    let all: [String]

    /// The runs that can be found by threes.
    var longEnough: [String] { all.filter { $0.unicodeScalars.count >= 3 } }

    /// Cuts `text`.
    init(_ text: String) {
        var runs: [String] = []
        var run = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if Self.contains(scalar) {
                run.append(scalar)
            } else if !run.isEmpty {
                runs.append(String(run))
                run = String.UnicodeScalarView()
            }
        }
        if !run.isEmpty { runs.append(String(run)) }
        all = runs
    }

    /// Whether `scalar` belongs to such a script.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x2FA1F:
            true
        default: false
        }
    }
}
