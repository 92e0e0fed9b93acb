// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer

/// What the tests look names up in.
///
/// Tests that need the table of places which `make gazetteer` builds are skipped on a machine without it, except in
/// continuous integration, where it has to be there.
enum BuiltTable {
    static let location = Gazetteer.standardLocation(environment: ProcessInfo.processInfo.environment)
    static let isExpected =
        FileManager.default.fileExists(atPath: location.path) || ProcessInfo.processInfo.environment["CI"] == "true"
    static let reason = "needs the table of places: run `make gazetteer`"

    /// With the word lists alone; opened once for all tests.
    static let wordLists = Result { () throws(GazetteerError) in try Gazetteer(places: nil) }
    /// With the table; opened once for all tests.
    static let gazetteer = Result { () throws(GazetteerError) in try Gazetteer.standard() }
}
