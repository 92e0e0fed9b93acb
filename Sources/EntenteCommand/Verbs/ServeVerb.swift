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
            To be reached from elsewhere it needs accounts, and a proxy before it that speaks TLS.

            EXAMPLES
              entente serve
              entente serve --port 9000 --ledger work.sqlite
              entente serve --behind-proxy
            """)

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 takes one that is free.", valueName: "number"))
    var port = 8080

    @Flag(help: "A proxy with TLS stands before the Desk; what it says of whom it asks for is believed.")
    var behindProxy = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var web: WebOptions

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535.") }
    }

    func run() throws {
        try ledger.makeFolder()
        let accounts = try Accounts.existing(at: Accounts.location(beside: ledger.location))
        let door = try DeskDoor(host: host, accounts: accounts, isBehindProxy: behindProxy)
        let store = try Ledger(at: ledger.location)
        let author = ProcessInfo.processInfo.environment["ENTENTE_AUTHOR"] ?? NSUserName()
        let server = try DeskServer(
            DeskConfiguration(host: host, port: port, author: author), ledger: store, door: door,
            tools: DeskWork(store, model: model.model, manner: web.manner).tools)
        let host = host
        try Awaited.result {
            try await server.run { port in
                let name = host.contains(":") ? "[\(host)]" : host
                FileHandle.standardOutput.write(Data("http://\(name):\(port)/\n".utf8))
            }
        }
        try store.close()
        try accounts?.close()
    }
}
