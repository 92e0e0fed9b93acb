// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The data files that ship with the runtime.
package enum LanguageResource {
    /// Decodes the JSON file `name`.
    package static func decoded<Value: Decodable>(_ type: Value.Type, _ name: String) throws(ModelError) -> Value {
        let url = Bundle.module.bundleURL.appending(path: "Resources").appending(path: name)
        do {
            return try JSONDecoder().decode(type, from: Data(contentsOf: url))
        } catch {
            throw .brokenInstallation(resource: name)
        }
    }
}
