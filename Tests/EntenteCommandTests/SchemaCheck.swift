// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Checks JSON against the project's schemas by `scripts/validate-json`.
enum SchemaCheck {
    /// Whether the checker can be used at all.
    static let isPossible = (try? run(schema: "reading", json: "{}"))?.status != 2

    /// Why tests that check are skipped.
    static let absence: Comment = "the Python package jsonschema is missing; make test fetches it"

    /// The faults of `json`, which may be several values; empty where every value keeps the schema.
    static func faults(in json: String, schema: String) throws -> String {
        let run = try run(schema: schema, json: json)
        return run.status == 0 ? "" : run.output + run.errors
    }

    private static func run(schema: String, json: String) throws -> Program.Run {
        let scratch = try Scratch()
        try scratch.write("values.json", json)
        let checker = Program.house.appending(path: "scripts/validate-json").path
        let definition = Program.house.appending(path: "Documentation/schema/\(schema)-1.schema.json").path
        return try Program.shell(
            "\"$CHECKER\" \"$SCHEMA\" values.json", environment: ["CHECKER": checker, "SCHEMA": definition], in: scratch
        )
    }
}
