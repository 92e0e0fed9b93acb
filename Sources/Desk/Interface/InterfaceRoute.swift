// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// One way in which a program can ask the Desk something, or tell it something.
struct InterfaceRoute: Sendable {
    /// What it takes and gives.
    typealias Handler = @Sendable (InterfaceCall) async throws -> Response

    /// The method.
    let method: HTTPRequest.Method
    /// The path behind `/api/v1/`, with its parts in braces, as OpenAPI writes it.
    let path: String
    /// The names that may stand in the query; others are refused, since a misspelled filter would filter nothing.
    let query: Set<String>
    let handler: Handler

    /// Asks something.
    static func get(_ path: String, _ query: Set<String> = [], _ handler: @escaping Handler) -> InterfaceRoute {
        InterfaceRoute(method: .get, path: path, query: query, handler: handler)
    }

    /// Tells something.
    static func post(_ path: String, _ handler: @escaping Handler) -> InterfaceRoute {
        InterfaceRoute(method: .post, path: path, query: [], handler: handler)
    }

    /// Takes something back.
    static func delete(
        _ path: String, _ query: Set<String> = [], _ handler: @escaping Handler
    ) -> InterfaceRoute {
        InterfaceRoute(method: .delete, path: path, query: query, handler: handler)
    }

    /// What every list takes.
    static let paging: Set<String> = ["limit", "offset"]
    /// What a list takes that can be as long as the ledger.
    static let longPaging = paging.union(["after"])
}
