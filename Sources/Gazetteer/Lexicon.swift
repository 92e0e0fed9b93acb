// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The word lists that belong to this target.
enum Lexicon {
    /// The list in `Resources/<name>.json`.
    static func load<List: Decodable>(_ name: String, as type: List.Type) throws(GazetteerError) -> List {
        guard let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Resources") else {
            throw .lexicon(name: name, reason: "there is no such file")
        }
        do {
            return try JSONDecoder().decode(List.self, from: Data(contentsOf: url))
        } catch {
            throw .lexicon(name: name, reason: String(describing: error))
        }
    }
}
