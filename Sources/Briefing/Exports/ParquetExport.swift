// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger

/// Apache Parquet, a file a table: the tables of the CSV export with typed columns, and the readings whole.
///
/// DuckDB makes the files out of text that stands beside them meanwhile, with one thread, so that rows keep their order.
package struct ParquetExport: ExportFormat {
    package let name = "parquet"
    package let summary = "a folder of Parquet tables; entente import takes it back"
    package let fileName: String? = nil

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let program = try ParquetProgram(in: options.programs)
        for table in [DataTable.sources, .parties, .readings] {
            try destination.file("\(table.name).parquet") { sink in
                try table.fill(ledger, options) { try sink.write(table.line($0)) }
            } madeBy: {
                try program.write(table, from: $0, to: $1)
            }
        }
        let tables = DataTable.ofEntries
        try destination.files(tables.map { "\($0.name).parquet" }) { sinks in
            try Walk(ledger).facts { fact in
                for (table, sink) in zip(tables, sinks) {
                    for row in table.rows(of: fact) { try sink.write(table.line(row)) }
                }
            }
        } madeBy: { index, text, file in
            try program.write(tables[index], from: text, to: file)
        }
    }
}

extension DataTable {
    /// A row as an object of JSON on a line.
    fileprivate func line(_ row: [String?]) -> String {
        let pairs = zip(columns, row).compactMap { column, value in value.map { (column.name, JSONValue.text($0)) } }
        return JSONValue.object(Dictionary(uniqueKeysWithValues: pairs)).line + "\n"
    }
}

/// DuckDB, which writes and reads Parquet for us in bounded memory.
struct ParquetProgram {
    private let program: URL
    private static let duckdb = SystemProgram(names: ["duckdb"], package: "duckdb (pip install duckdb-cli)")
    /// Rows that a group of a file holds; readings are large.
    private static let groupSize = (rows: 100_000, readings: 2_000)
    /// The most bytes that a line may have.
    private static let longestLine = 1 << 26

    /// Looks for it in the folders of `path`; throws `BRIEF-002` where it is not.
    init(in path: String) throws(BriefingError) {
        program = try Self.duckdb.located(in: path, for: "Parquet")
    }

    /// Makes the Parquet file `file` of a table whose rows stand in `text`, an object of JSON a line.
    func write(_ table: DataTable, from text: URL, to file: URL) throws {
        let columns = table.columns.map { "\(Self.quoted($0.name)): \(Self.quoted(Self.type(of: $0)))" }
        let size = table.name == DataTable.readings.name ? Self.groupSize.readings : Self.groupSize.rows
        let sql = """
            SET threads = 1;
            COPY (FROM read_json(\(Self.quoted(text.path)), format = 'newline_delimited', compression = 'uncompressed',
                maximum_object_size = \(Self.longestLine), columns = {\(columns.joined(separator: ", "))}))
            TO \(Self.quoted(file.path)) (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE \(size));
            """
        try SystemProgram.run(program, Self.options + [sql])
    }

    /// Begins to write the column `reading` of Parquet files to `output`, a reading a line.
    func readings(in files: [URL], to output: FileHandle) throws -> SystemProgram.Run {
        // A reading is JSON on one line and has no raw control characters, so that the text needs no quotes.
        let sql = """
            SET threads = 1;
            COPY (SELECT reading FROM read_parquet([\(files.map { Self.quoted($0.path) }.joined(separator: ", "))]))
            TO '/dev/fd/1' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\\x01', USE_TMP_FILE false);
            """
        return try SystemProgram.Run(program, Self.options + [sql], output: output)
    }

    /// Without the user's own settings.
    private static let options = ["-init", "/dev/null", "-batch", "-bail", "-c"]

    private static func type(of column: DataTable.Column) -> String {
        switch column.type {
        case .string: "VARCHAR"
        case .integer: "BIGINT"
        case .number: "DOUBLE"
        case .date: "DATE"
        }
    }

    /// `text` as a string of SQL.
    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
