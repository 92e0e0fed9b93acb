// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// The whole ledger in open formats.
    static let exportRoutes: [InterfaceRoute] = [
        .get("exports") { call in
            let formats = ExportFormats.all.compactMap { format in
                format.fileName.map { ExportListing(name: format.name, summary: format.summary, file: $0) }
            }
            return try call.answer(page: formats, limit: formats.count, offset: 0)
        },
        .get("exports/{format}", ["text"]) { call in
            let name = try call.context.part("format")
            guard let format = ExportFormats.named(name), let fileName = format.fileName else {
                throw DeskError(.notFound, name)
            }
            let options = ExportOptions(withText: try call.flag("text"))
            let file = try await call.workplace.ask { ledger in
                let file = try TemporaryFile()
                try format.write(ledger, to: file, options)
                return file
            }
            return file.response(named: fileName)
        },
    ]

    private struct ExportListing: Encodable {
        let name: String
        let summary: String
        let file: String
    }
}
