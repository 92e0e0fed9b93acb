// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger

/// Where an export writes text; what is written is not kept in memory.
package protocol TextSink: AnyObject {
    /// Adds `text`.
    func write(_ text: String) throws
}

/// Where an export puts its files, or its only one.
package protocol ExportDestination {
    /// Makes the file `name`, which may lie in a folder, and hands it over to be filled.
    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws
    /// Makes several files at once and hands them over in their order to be filled side by side.
    func files(_ names: [String], _ fill: ([any TextSink]) throws -> Void) throws
    /// Makes the file `name` by a program: out of a text that is filled first, `make` makes the file.
    func file(
        _ name: String, _ fill: (any TextSink) throws -> Void, madeBy make: (_ text: URL, _ file: URL) throws -> Void
    ) throws
}

extension ExportDestination {
    /// Makes one file inside the making of the one before.
    package func files(_ names: [String], _ fill: ([any TextSink]) throws -> Void) throws {
        func open(_ sinks: [any TextSink]) throws {
            guard sinks.count < names.count else { return try fill(sinks) }
            try file(names[sinks.count]) { try open(sinks + [$0]) }
        }
        try open([])
    }

    /// Makes several files at once by a program, out of texts that are filled side by side; `make` gets their places in
    /// `names`.
    package func files(
        _ names: [String], _ fill: ([any TextSink]) throws -> Void,
        madeBy make: (_ index: Int, _ text: URL, _ file: URL) throws -> Void
    ) throws {
        func open(_ sinks: [any TextSink]) throws {
            guard sinks.count < names.count else { return try fill(sinks) }
            try file(names[sinks.count]) {
                try open(sinks + [$0])
            } madeBy: {
                try make(sinks.count, $0, $1)
            }
        }
        try open([])
    }

    /// No program's file goes where there is only one stream: formats that need one write a folder.
    package func file(
        _ name: String, _ fill: (any TextSink) throws -> Void, madeBy make: (_ text: URL, _ file: URL) throws -> Void
    ) throws {
        throw BriefingError(.cannotWrite, name)
    }
}

/// What a person chooses about an export.
package struct ExportOptions: Sendable {
    /// A point on the globe in degrees, north and east positive.
    package struct Point: Hashable, Sendable {
        /// Degrees north of the equator.
        package let latitude: Double
        /// Degrees east of Greenwich.
        package let longitude: Double

        /// Makes a point.
        package init(latitude: Double, longitude: Double) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// Whether the texts of the articles go along; else only the words that prove something do.
    package var withText: Bool
    /// Whether CSV begins with a byte order mark, which some spreadsheets need to see that it is UTF-8.
    package var byteOrderMark: Bool
    /// The folders to look for other programs in.
    package var programs = SystemProgram.searchPath
    /// Where a place with these numbers of public registers lies.
    package var locate: @Sendable (_ identifiers: [String: String]) -> Point?

    /// Chooses; by default quotes alone, no byte order mark, and no places.
    package init(
        withText: Bool = false, byteOrderMark: Bool = false,
        locate: @escaping @Sendable (_ identifiers: [String: String]) -> Point? = { _ in nil }
    ) {
        self.withText = withText
        self.byteOrderMark = byteOrderMark
        self.locate = locate
    }
}

/// A form in which the whole ledger leaves the house; one file a format.
///
/// No format asks for private notes.
package protocol ExportFormat: Sendable {
    /// The name on the command line.
    var name: String { get }
    /// What it is, for the list of formats.
    var summary: String { get }
    /// The file that is written, or `nil` where there are several, in a folder.
    var fileName: String? { get }

    /// Writes what `ledger` holds, in an order that follows from the ledger alone.
    func write(_ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions) throws
}

/// Every format, by name.
package enum ExportFormats {
    /// All of them in the order of the list that people see.
    package static let all: [any ExportFormat] = [
        ReadingLinesExport(), TablesExport(), ParquetExport(), LinkedDataExport(), FollowTheMoneyExport(),
        CalendarExport(),
        MapExport(), AtomExport(), JSONFeedExport(), CitationExport(), TimelineExport(), NotesExport(), AidExport(),
    ]

    /// The format of this name.
    package static func named(_ name: String) -> (any ExportFormat)? { all.first { $0.name == name } }
}

/// Writes the elements of a list with separators between them.
struct ListWriter {
    private let sink: any TextSink
    private let separator: String
    private var isFirst = true

    init(_ sink: any TextSink, separator: String = ",\n") {
        self.sink = sink
        self.separator = separator
    }

    mutating func add(_ text: String) throws {
        if !isFirst { try sink.write(separator) }
        isFirst = false
        try sink.write(text)
    }
}
