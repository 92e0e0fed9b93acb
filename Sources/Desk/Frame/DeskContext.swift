// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Logging

/// What is known about a request while it is answered: who asks, in which language, from where.
package struct DeskContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who asks; `nil` before signing in.
    package var user: DeskUser?
    /// From where, and how it is known who it is.
    package var visit = Visit()
    /// The language of the page to be given.
    package var language: PageLanguage = .english
    /// What a form has to send back, so that no other site can send it; empty where none is asked for.
    package var formToken = ""
    /// The address of the other end, as text.
    package let remoteAddress: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress
    }

    /// A context for a request that does not come through a socket.
    package init(logger: Logger, remoteAddress: String? = nil) {
        coreContext = CoreRequestContextStorage(source: InProcess(logger: logger))
        self.remoteAddress = remoteAddress
    }

    private struct InProcess: RequestContextSource {
        let logger: Logger
    }

    /// Who asks, if they may do what `role` may; throws `DESK-003` where they may not.
    @discardableResult
    package func require(_ role: DeskUser.Role) throws(DeskError) -> DeskUser {
        guard let user, user.role >= role else { throw DeskError(.forbidden, role.rawValue) }
        return user
    }

    /// The part of the path that the route calls `name`, decoded; throws `DESK-001` where it is no text.
    package func part(_ name: String) throws(DeskError) -> String {
        guard let text = coreContext.parameters.get(name), let decoded = text.removingPercentEncoding, !decoded.isEmpty,
            decoded.utf8.count <= 1000, !decoded.unicodeScalars.contains("\0")
        else { throw DeskError(.notFound, "") }
        return decoded
    }
}
