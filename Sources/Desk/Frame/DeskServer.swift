// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Ledger
import Logging
import Synchronization

/// The local web application over one ledger.
package struct DeskServer: Sendable {
    /// What the pages work with.
    package let workplace: Workplace

    /// Makes the Desk of `ledger`.
    package init(
        _ configuration: DeskConfiguration, ledger: Ledger, tools: DeskTools = .none
    ) throws(DeskError) {
        workplace = try Workplace(configuration, ledger: ledger, tools: tools)
    }

    /// Answers requests; tests may ask it without a socket.
    package var responder: RouterResponder<DeskContext> { router.buildResponder() }

    private var router: Router<DeskContext> {
        let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: LanguageChoice())
        router.add(middleware: ErrorPages(workplace: workplace))
        router.get("health") { _, _ in "ok\n" }
        workplace.files.addRoutes(to: router)
        router.add(middleware: AccessMiddleware(workplace: workplace))
        router.add(middleware: PageCache(workplace: workplace))
        TodayPage(workplace: workplace).addRoutes(to: router)
        PairPage(workplace: workplace).addRoutes(to: router)
        ReaderPage(workplace: workplace).addRoutes(to: router)
        EnterPage(workplace: workplace).addRoutes(to: router)
        RecordPage(workplace: workplace).addRoutes(to: router)
        SearchPage(workplace: workplace).addRoutes(to: router)
        ReviewPage(workplace: workplace).addRoutes(to: router)
        JudgementRoutes(workplace: workplace).addRoutes(to: router)
        AddPage(workplace: workplace).addRoutes(to: router)
        BriefsPage(workplace: workplace).addRoutes(to: router)
        PreferencesRoute(workplace: workplace).addRoutes(to: router)
        InterfaceRoutes(workplace: workplace).addRoutes(to: router)
        return router
    }

    /// Serves until the process is told to stop, then finishes what it has begun to answer.
    ///
    /// `onRunning` is told the port once connections are taken.
    package func run(onRunning: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        var logger = Logger(label: "desk") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let configuration = workplace.configuration
        let isRunning = Mutex(false)
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "Entente"),
            onServerRunning: { channel in
                isRunning.withLock { $0 = true }
                onRunning(channel.localAddress?.port ?? configuration.port)
            },
            logger: logger)
        do {
            try await application.runService()
        } catch  where !isRunning.withLock({ $0 }) {
            throw DeskError(.cannotListen, "\(configuration.host):\(configuration.port)", detail: "\(error)")
        }
    }
}
