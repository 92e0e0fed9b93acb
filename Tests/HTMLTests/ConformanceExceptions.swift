// SPDX-License-Identifier: Apache-2.0

/// The cases of the html5lib tests that are not passed, each with its reason; the tests check that these are all.
enum ConformanceExceptions {
    private static let infoset = """
        asks for the characters and comments that XML allows, an optional step behind the parser for those who hand the \
        tree on to XML tools; the parser of the standard gives what this one gives
        """
    private static let script = "needs a browser that runs the page's script, which changes the tree while it is built"

    static let tokens: [ConformanceException] = [
        ConformanceException(id: "xmlViolation.test 1 data", reason: infoset),
        ConformanceException(id: "xmlViolation.test 2 data", reason: infoset),
        ConformanceException(id: "xmlViolation.test 3 data", reason: infoset),
    ]
    static let tokenizerErrors: [ConformanceException] = [
        ConformanceException(id: "xmlViolation.test 1 data", reason: infoset)
    ]
    static let trees: [ConformanceException] = [
        ConformanceException(id: "scripted/adoption01.dat 1 on", reason: script),
        ConformanceException(id: "scripted/ark.dat 1 on", reason: script),
        ConformanceException(id: "scripted/webkit01.dat 1 on", reason: script),
        ConformanceException(id: "scripted/webkit01.dat 2 on", reason: script),
    ]
    static let encodings: [ConformanceException] = []
}
