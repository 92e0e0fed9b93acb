// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("The described interface")
struct InterfaceCheckTests {
    private static let isPossible = FileManager.default.isExecutableFile(
        atPath: Program.house.appending(path: ".build-python/bin/schemathesis").path)

    @Test(
        "made-up requests meet no failure and no answer that the description does not allow",
        .enabled(if: isPossible, "the Python package schemathesis is missing; make test fetches it"))
    func check() throws {
        let scratch = try Scratch()
        try scratch.write("page.txt", "Mayor Seo of Incheon visited Hai Phong on 1 June 2024.")
        let entered = try Program.run(
            ["enter", "figure", "indicator=exports", "value=30", "unit=USD", "--by", "Ada Holm"], in: scratch)
        #expect(entered.status == 0, "\(entered.errors)")
        let desk = try RunningDesk(scratch)
        let script = Program.house.appending(path: "scripts/check-interface").path
        let run = try Program.shell("'\(script)' http://127.0.0.1:\(desk.port)", in: scratch)
        #expect(run.status == 0, "\(run.output.suffix(6000)) \(run.errors.suffix(1000))")
        #expect(desk.stop() == 0)
    }
}
