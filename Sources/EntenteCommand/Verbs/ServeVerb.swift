// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Desk
import Foundation
import Ledger

/// `entente serve`: the Desk, the local web application.
struct ServeVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open the Desk, the web application over the ledger.",
        discussion: """
            It prints its address and serves until it is stopped (Ctrl-C, SIGTERM); what it has begun to answer it \
            finishes. The ledger is made where there is none.

            On this machine's own address it is open to its one user, until there are accounts; then everybody signs in. \
            To be reached from elsewhere it needs accounts, and TLS: by a certificate of its own, or by a proxy before it.

            EXAMPLES
              entente serve
              entente serve --port 9000 --ledger work.sqlite
              entente serve --behind-proxy
              entente serve --host 0.0.0.0 --port 8443 --certificate desk.pem --key desk.key
            """)

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 takes one that is free.", valueName: "number"))
    var port = 8080

    @Flag(help: "A proxy with TLS stands before the Desk; what it says of whom it asks for is believed.")
    var behindProxy = false

    @Option(help: ArgumentHelp("A certificate in PEM, with those that vouch for it, to speak TLS.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The key of the certificate, in PEM and without a password.", valueName: "file"))
    var key: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var web: WebOptions

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535.") }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together.")
        }
        guard certificate == nil || !behindProxy else {
            throw ValidationError("Either --certificate or --behind-proxy: only one of the two speaks TLS.")
        }
    }

    private var encryption: Encryption {
        guard let certificate, let key else { return behindProxy ? .proxy : .none }
        return .files(certificate: certificate, key: key)
    }

    func run() throws {
        try ledger.makeFolder()
        let accounts = try Accounts.existing(at: Accounts.location(beside: ledger.location))
        let door = try DeskDoor(host: host, accounts: accounts, encryption: encryption)
        let store = try Ledger(at: ledger.location)
        let author = ProcessInfo.processInfo.environment["ENTENTE_AUTHOR"] ?? NSUserName()
        let server = try DeskServer(
            DeskConfiguration(host: host, port: port, author: author), ledger: store, door: door,
            tools: DeskWork(store, model: model.model, manner: web.manner).tools)
        let host = host
        let scheme = certificate == nil ? "http" : "https"
        try Awaited.result {
            try await server.run { port in
                let name = host.contains(":") ? "[\(host)]" : host
                FileHandle.standardOutput.write(Data("\(scheme)://\(name):\(port)/\n".utf8))
            }
        }
        try store.close()
        try accounts?.close()
    }
}
