// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gazetteer
import Language
import Ledger

/// `entente doctor`: looks whether the program and the ledger are sound.
struct DoctorVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look whether language model, table of places and ledger are sound.",
        discussion: """
            EXAMPLES
              entente doctor
              entente doctor --repair --ledger busan.sqlite

            EXIT STATUS
              0 where all is sound, 1 where something is not
            """)

    @Flag(help: "Make the index for search anew.")
    var repair = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        var findings = [modelFinding(), placesFinding(), roomFinding()]
        do {
            let store = try Ledger(at: ledger.location, ifAbsent: .refuse)
            if repair { try store.rebuildSearch() }
            findings += try store.health()
            try store.close()
        } catch {
            findings.append(
                HealthRow(
                    "ledger", isSound: error.code == .missing, finding: error.code.meaning, remedy: error.code.remedy))
        }
        try rows.print(findings)
        if findings.contains(where: { !$0.isSound }) { throw ExitStatus.someInputsFailed }
    }

    private func modelFinding() -> HealthRow {
        do {
            _ = try Pipeline(model: try model.model.location())
            return HealthRow("language model", isSound: true, finding: "whole")
        } catch {
            return HealthRow("language model", isSound: false, finding: "\(error)", remedy: "Run make model")
        }
    }

    private func placesFinding() -> HealthRow {
        do {
            let edition = try Gazetteer.standard().edition
            return HealthRow(
                "table of places", isSound: edition != nil, finding: edition ?? "missing",
                remedy: edition == nil ? "Run make gazetteer" : "")
        } catch {
            return HealthRow("table of places", isSound: false, finding: "\(error)", remedy: "Run make gazetteer")
        }
    }

    /// Less room than this, in bytes, is told.
    private static let leastRoom: Int64 = 200 << 20

    private func roomFinding() -> HealthRow {
        var folder = ledger.location.deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder = folder.deletingLastPathComponent()
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return HealthRow("disk", isSound: true, finding: "room not known")
        }
        let isEnough = free >= Self.leastRoom
        return HealthRow(
            "disk", isSound: isEnough, finding: "\(free >> 20) MB free", remedy: isEnough ? "" : "Free some space")
    }
}
