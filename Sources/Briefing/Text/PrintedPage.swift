// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Turns an HTML page into PDF or DOCX by a program of the system.
///
/// PDF is printed by Chromium, or made by WeasyPrint where there is no Chromium; DOCX by pandoc.
package enum PrintedPage {
    /// What can be made of a page.
    package enum Form: String, CaseIterable, Sendable {
        case pdf, docx

        /// What makes it.
        var program: SystemProgram {
            switch self {
            case .pdf:
                SystemProgram(
                    names: ["chromium", "chromium-browser", "google-chrome", "weasyprint"],
                    package: "chromium (or weasyprint)")
            case .docx: SystemProgram(names: ["pandoc"], package: "pandoc")
            }
        }
    }

    /// The bytes of `html` in another form; `path` names the folders to look for programs in, by default the system's.
    ///
    /// Throws `BRIEF-002` where no program is there, and `BRIEF-003` where it fails.
    package static func bytes(
        of html: String, as form: Form, path: String? = nil
    ) throws -> Data {
        let program = try form.program.located(
            in: path ?? SystemProgram.searchPath, for: form.rawValue.uppercased())
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "page.html")
        let made = folder.appending(path: "page.\(form.rawValue)")
        try Data(html.utf8).write(to: page)
        try SystemProgram.run(
            program, try arguments(of: program, page: page, made: made, folder: folder), within: .seconds(120))
        guard let bytes = try? Data(contentsOf: made), !bytes.isEmpty else {
            throw BriefingError(.programFailed, program.path, detail: "it wrote nothing")
        }
        return bytes
    }

    private static func arguments(of program: URL, page: URL, made: URL, folder: URL) throws -> [String] {
        switch program.lastPathComponent {
        case "pandoc":
            [
                "--from=html", "--to=docx", "--lua-filter=\(try ResourceFile.url("word-document", "lua").path)",
                "--reference-doc=\(try ResourceFile.url("word-styles", "docx").path)", "--output=\(made.path)",
                page.path,
            ]
        case "weasyprint": ["--quiet", page.path, made.path]
        default:
            // The page is our own and without scripts; Chromium's sandbox does not work for root.
            [
                "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
                "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(made.path)",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
        }
    }
}
