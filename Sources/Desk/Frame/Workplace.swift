// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Hummingbird
import Ledger

/// What every page of the Desk works with.
package struct Workplace: Sendable {
    /// How the Desk runs.
    package let configuration: DeskConfiguration
    /// The record.
    package let ledger: Ledger
    /// Who may come in.
    package let door: DeskDoor
    /// The threads for asking the ledger.
    package let room: Workroom
    /// What needs the language model or the network.
    package let tools: DeskTools
    /// Pages that are being added.
    let imports: ImportJobs
    /// The templates of the pages.
    package let templates: Templates
    /// The style sheets and scripts.
    package let files: StaticFiles
    /// What programs are told of the interface.
    package let interface: InterfaceDescription
    /// Where places are; `nil` where the table of places is missing.
    package let gazetteer: Gazetteer?
    private let catalog: [PageLanguage: Words]

    /// Reads what belongs to the program.
    package init(
        _ configuration: DeskConfiguration, ledger: Ledger, door: DeskDoor, tools: DeskTools
    ) throws(DeskError) {
        self.configuration = configuration
        self.door = door
        self.tools = tools
        imports = ImportJobs()
        self.ledger = ledger
        room = Workroom(width: max(4, ProcessInfo.processInfo.activeProcessorCount * 2))
        templates = try Templates()
        files = try StaticFiles()
        interface = try InterfaceDescription()
        gazetteer = try? Gazetteer.standard()
        var catalog: [PageLanguage: Words] = [:]
        for language in PageLanguage.allCases { catalog[language] = try Words(language) }
        self.catalog = catalog
    }

    /// The words of `language`.
    package func words(_ language: PageLanguage) throws(DeskError) -> Words {
        guard let words = catalog[language] else { throw DeskError(.resource, language.rawValue) }
        return words
    }

    /// Asks the ledger on a thread that may wait.
    package func ask<Answer: Sendable>(
        _ question: @escaping @Sendable (Ledger) throws -> Answer
    ) async throws -> Answer {
        let ledger = ledger
        return try await room.run { try question(ledger) }
    }

    /// Today's date, as `YYYY-MM-DD`.
    package var today: String { configuration.now().formatted(.iso8601.year().month().day()) }

    /// The moment, as ISO 8601 has it.
    package var moment: String { configuration.now().formatted(.iso8601) }

    /// Who signs what `user` changes, and when.
    package func author(_ user: DeskUser) -> Author { Author(name: user.name, time: moment) }
}
