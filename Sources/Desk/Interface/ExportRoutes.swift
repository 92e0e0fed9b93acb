// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// The whole ledger in open formats.
    static let exportRoutes: [InterfaceRoute] = [
        .get("exports") { call in
            let formats = ExportFormats.all.map {
                ExportListing(name: $0.name, summary: $0.summary, file: $0.downloadName)
            }
            return try call.answer(page: formats, limit: formats.count, offset: 0)
        },
        .get("exports/{format}", ["text"]) { call in
            let name = try call.context.part("format")
            guard let format = ExportFormats.named(name) else { throw DeskError(.notFound, name) }
            let options = ExportOptions(withText: try call.flag("text"))
            let file = try await call.workplace.ask { try TemporaryFile.export($0, format, options) }
            return file.response(named: format.downloadName)
        },
    ]

    private struct ExportListing: Encodable {
        let name: String
        let summary: String
        let file: String
    }
}
