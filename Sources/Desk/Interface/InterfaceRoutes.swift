// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// The routes under `/api`.
package struct InterfaceRoutes: Sendable {
    let workplace: Workplace

    /// What all of them begin with.
    package static let base = "/api/v1/"

    /// Serves what `workplace` holds.
    package init(workplace: Workplace) { self.workplace = workplace }

    private static let all =
        recordRoutes + findingRoutes + sourceRoutes + judgementRoutes + handRoutes + workRoutes + exportRoutes

    /// Each method and path, such as `get /api/v1/entries/{id}`, with the names that its query takes.
    package static var described: [(operation: String, query: Set<String>)] {
        all.map { ("\($0.method.rawValue.lowercased()) \(base)\($0.path)", $0.query) }
    }

    /// Adds the routes.
    func addRoutes(to router: Router<DeskContext>) {
        for route in Self.all {
            router.on(RouterPath(Self.base + route.path), method: route.method) { request, context in
                let call = try InterfaceCall(request, context, workplace, known: route.query)
                return try await route.handler(call)
            }
        }
        refuseOtherMethods(router)
        router.get("api/openapi.json") { request, context in
            try InterfaceCall(request, context, workplace, known: []).answer(bytes: workplace.interface.bytes)
        }
        router.get("api") { request, context in
            let words = try workplace.words(context.language)
            return try workplace.page(
                "interface", workplace.interface.view, title: words["interface.title"], for: request, context)
        }
    }

    /// A path that takes other methods says which (RFC 9110, 15.5.6).
    private func refuseOtherMethods(_ router: Router<DeskContext>) {
        let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
        for (path, routes) in Dictionary(grouping: Self.all, by: \.path).sorted(by: { $0.key < $1.key }) {
            let taken = routes.map(\.method) + (routes.contains { $0.method == .get } ? [.head] : [])
            let allowed = taken.map(\.rawValue).joined(separator: ", ")
            for method in methods where !taken.contains(method) {
                router.on(RouterPath(Self.base + path), method: method) { _, _ -> Response in
                    throw HTTPError(.methodNotAllowed, headers: [.allow: allowed])
                }
            }
        }
    }
}
