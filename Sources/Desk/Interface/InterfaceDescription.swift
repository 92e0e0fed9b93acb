// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hummingbird

/// The description of the interface for programs (OpenAPI 3.1), and for people as a page.
package struct InterfaceDescription: Sendable {
    /// The description as it is served.
    let bytes: [UInt8]
    /// What the page shows of it.
    let view: View

    /// Reads the description that comes with the program.
    package init() throws(DeskError) {
        let name = "interface/openapi.json"
        guard
            let url = Bundle.module.url(
                forResource: "openapi", withExtension: "json", subdirectory: "Resources/interface"),
            let data = try? Data(contentsOf: url), let outline = try? JSONDecoder().decode(Outline.self, from: data)
        else { throw DeskError(.resource, name) }
        bytes = [UInt8](data)
        let operations = outline.paths.sorted { $0.key < $1.key }.flatMap { path, methods in
            methods.sorted { $0.key < $1.key }.map { method, operation -> View in
                [
                    "method": .text(method.uppercased()), "path": .text(path), "summary": .text(operation.summary),
                    "parameters": .list(operation.views), "hasParameters": .flag(!operation.views.isEmpty),
                ]
            }
        }
        view = ["about": .text(outline.info.description), "operations": .list(operations)]
    }

    /// What the page needs of the description.
    private struct Outline: Decodable {
        struct Info: Decodable {
            let description: String
        }

        struct Operation: Decodable {
            let summary: String
            let parameters: [Parameter]?

            var views: [View] {
                (parameters ?? []).compactMap { parameter in
                    parameter.name.map { ["name": .text($0), "about": .text(parameter.description ?? "")] }
                }
            }
        }

        struct Parameter: Decodable {
            let name: String?
            let description: String?
        }

        let info: Info
        let paths: [String: [String: Operation]]
    }
}

extension InterfaceCall {
    /// Answers with JSON that is ready.
    func answer(bytes: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
