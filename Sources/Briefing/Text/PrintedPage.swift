// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Turns an HTML page into PDF or DOCX by a program of the system.
///
/// PDF is printed by Chromium, or made by WeasyPrint where there is no Chromium; DOCX by pandoc.
package enum PrintedPage {
    /// What can be made of a page.
    package enum Form: String, CaseIterable, Sendable {
        case pdf, docx

        /// The programs that make it, the first one that is there does.
        var programs: [String] {
            switch self {
            case .pdf: ["chromium", "chromium-browser", "google-chrome", "weasyprint"]
            case .docx: ["pandoc"]
            }
        }

        /// The Debian package to name where none is there.
        var package: String {
            switch self {
            case .pdf: "chromium (or weasyprint)"
            case .docx: "pandoc"
            }
        }
    }

    /// The bytes of `html` in another form; `path` is the search path for programs.
    ///
    /// Throws `BRIEF-002` where no program is there, and `BRIEF-003` where it fails.
    package static func bytes(
        of html: String, as form: Form, path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) throws -> Data {
        guard let program = program(form, path: path) else {
            throw BriefingError(.missingProgram, form.rawValue.uppercased(), detail: form.package)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "page.html")
        let made = folder.appending(path: "page.\(form.rawValue)")
        try Data(html.utf8).write(to: page)
        try run(program, arguments(of: program, page: page, made: made, folder: folder))
        guard let bytes = try? Data(contentsOf: made), !bytes.isEmpty else {
            throw BriefingError(.programFailed, program.path, detail: "it wrote nothing")
        }
        return bytes
    }

    /// The first program of the path that can make the form.
    static func program(_ form: Form, path: String) -> URL? {
        let folders = path.split(separator: ":").map(String.init)
        return form.programs.lazy.flatMap { name in folders.map { URL(filePath: $0).appending(path: name) } }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private static func arguments(of program: URL, page: URL, made: URL, folder: URL) -> [String] {
        switch program.lastPathComponent {
        case "pandoc": ["--from=html", "--to=docx", "--output=\(made.path)", page.path]
        case "weasyprint": ["--quiet", page.path, made.path]
        default:
            // The page is our own and without scripts; Chromium's sandbox does not work for root.
            [
                "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
                "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(made.path)",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
        }
    }

    private static func run(_ program: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = Date(timeIntervalSinceNow: 120)
        while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.05) }
        if process.isRunning {
            process.terminate()
            throw BriefingError(.programFailed, program.path, detail: "it did not end within two minutes")
        }
        guard process.terminationStatus == 0 else {
            throw BriefingError(
                .programFailed, program.path, detail: "it ended with status \(process.terminationStatus)")
        }
    }
}
