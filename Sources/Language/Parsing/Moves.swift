// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One class of a transition model's output: an action, with a label where the action takes one.
struct Move: Hashable, Sendable {
    let action: Int
    let label: String
}

/// The file that says which class number is which move.
enum MovesFile {
    /// Reads the moves in class order.
    static func moves(_ folder: ModelFolder, _ path: String) throws(ModelError) -> [Move] {
        guard let text = try folder.messagePack(of: path)["moves"]?.text,
            let actions = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(text.utf8))
        else { throw .malformed(path: path, reason: "it has no table of moves") }
        let numbered = actions.compactMap { key, labels in Int(key).map { ($0, labels) } }
        guard numbered.count == actions.count else {
            throw .malformed(path: path, reason: "an action is not a number")
        }
        return numbered.sorted { $0.0 < $1.0 }.flatMap { action, labels in
            let byFrequency = labels.sorted { left, right in
                if left.value != right.value { return left.value > right.value }
                return right.key.unicodeScalars.lexicographicallyPrecedes(left.key.unicodeScalars)
            }
            return byFrequency.map { Move(action: action, label: $0.key) }
        }
    }
}

/// The settings of a transition model that change what it does.
struct TransitionSettings: Decodable {
    let beamWidth: Int
    let learnTokens: Bool

    private enum CodingKeys: String, CodingKey {
        case beamWidth = "beam_width"
        case learnTokens = "learn_tokens"
    }

    /// Reads the settings and refuses those that this runtime does not follow.
    static func check(_ folder: ModelFolder, _ path: String) throws(ModelError) {
        let settings = try folder.json(TransitionSettings.self, of: path)
        guard settings.beamWidth == 1 else {
            throw .unsupported(path: path, setting: "beam_width", value: "\(settings.beamWidth)")
        }
        guard !settings.learnTokens else { throw .unsupported(path: path, setting: "learn_tokens", value: "true") }
    }
}
