// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// The routes under `/api`.
struct InterfaceRoutes {
    let workplace: Workplace

    /// Adds the routes.
    func addRoutes(to router: Router<DeskContext>) {}
}
