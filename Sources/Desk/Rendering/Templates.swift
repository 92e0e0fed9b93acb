// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mustache

/// The templates of the pages, read once; what they print is escaped.
package struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Reads the templates of the program.
    package init() throws(DeskError) {
        guard let folder = Bundle.module.url(forResource: "templates", withExtension: nil, subdirectory: "Resources"),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { throw DeskError(.resource, "templates") }
        var library = MustacheLibrary()
        for name in names.sorted() where name.hasSuffix(".mustache") {
            do {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                try library.register(text, named: String(name.dropLast(".mustache".count)))
            } catch {
                throw DeskError(.resource, name, detail: "\(error)")
            }
        }
        self.library = library
    }

    /// The template called `name`, filled with `view`.
    package func render(_ name: String, _ view: View) throws(DeskError) -> String {
        guard let text = library.render(view, withTemplate: name) else { throw DeskError(.resource, name) }
        return text
    }
}
