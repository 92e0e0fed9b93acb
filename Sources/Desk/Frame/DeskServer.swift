// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Ledger
import Logging
import Synchronization

/// The local web application over one ledger.
package struct DeskServer: Sendable {
    /// What the pages work with.
    package let workplace: Workplace

    /// Makes the Desk of `ledger`; `door` says who may come in.
    package init(
        _ configuration: DeskConfiguration, ledger: Ledger, door: DeskDoor = .machine, tools: DeskTools = .none
    ) throws(DeskError) {
        workplace = try Workplace(configuration, ledger: ledger, door: door, tools: tools)
    }

    /// Answers requests; tests may ask it without a socket.
    package var responder: RouterResponder<DeskContext> { router.buildResponder() }

    /// Each route as its method and path, with its parts in braces.
    package var routes: [(method: HTTPRequest.Method, path: String)] {
        router.routes.map { ($0.method, $0.path.description) }
    }

    private var router: Router<DeskContext> {
        let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(isEncrypted: workplace.door.isEncrypted))
        router.add(middleware: LanguageChoice())
        router.add(middleware: ErrorPages(workplace: workplace))
        router.add(middleware: Problems())
        router.add(
            middleware: RequestLimits(door: workplace.door, largestBody: workplace.configuration.largestUpload))
        router.get("health") { _, _ in "ok\n" }
        workplace.files.addRoutes(to: router)
        router.add(middleware: AccessMiddleware(workplace: workplace))
        router.add(middleware: ChangeGuard(door: workplace.door))
        SignInPage(workplace: workplace).addRoutes(to: router)
        OwnAccountPage(workplace: workplace).addRoutes(to: router)
        AccountsPage(workplace: workplace).addRoutes(to: router)
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
            responder: responder, server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "Entente"),
            onServerRunning: { channel in
                isRunning.withLock { $0 = true }
                onRunning(channel.localAddress?.port ?? configuration.port)
            },
            logger: logger)
        do {
            try await application.runService()
        } catch let error as DeskError {
            throw error
        } catch  where !isRunning.withLock({ $0 }) {
            throw DeskError(.cannotListen, "\(configuration.host):\(configuration.port)", detail: "\(error)")
        }
    }

    private var server: HTTPServerBuilder {
        guard case .files(let certificate, let key) = workplace.door.encryption else {
            return .http1(configuration: Self.limits)
        }
        return HTTPServerBuilder { responder in
            do {
                var configuration = TLSConfiguration.makeServerConfiguration(
                    certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
                    privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
                configuration.minimumTLSVersion = .tlsv12
                // Here it is met as well if the key is not the certificate's.
                return try TLSChannel(
                    HTTP1Channel(responder: responder, configuration: Self.limits), tlsConfiguration: configuration)
            } catch {
                throw DeskError(.certificate, certificate, detail: "\(error)")
            }
        }
    }

    /// What a connection may cost: a client that sends nothing is left, and one that sends giants is refused.
    private static let limits = HTTP1Channel.Configuration(
        idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 64 * 1024, maxHeaderFieldCount: 100))
}
