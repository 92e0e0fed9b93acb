// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hashing
import Hummingbird
import Ledger

/// Briefs, digests, reports and exports: to look at, print and download.
struct BriefsPage {
    let workplace: Workplace

    func addRoutes(to router: Router<DeskContext>) {
        router.get("briefs") { request, context in try choose(request, context) }
        router.get("briefs/pair/:left/:right") { request, context in
            let names = [try context.part("left"), try context.part("right")]
            return try await brief(names, QueryFields(request.uri.query), in: Briefing.Words(context.language.rawValue))
        }
        router.get("briefs/brief") { request, context in
            let fields = QueryFields(request.uri.query)
            let names = Array(fields.all("name").prefix(2))
            guard !names.isEmpty else { throw DeskError(.badField, "name") }
            return try await brief(names, fields, in: Briefing.Words(context.language.rawValue))
        }
        router.get("briefs/digest") { request, context in
            try await digest(QueryFields(request.uri.query), in: Briefing.Words(context.language.rawValue))
        }
        router.get("briefs/report") { request, context in
            try await report(QueryFields(request.uri.query), in: Briefing.Words(context.language.rawValue))
        }
        router.get("exports/:format") { request, context in try await export(try context.part("format"), request) }
    }

    private func choose(_ request: Request, _ context: DeskContext) throws -> Response {
        let words = try workplace.words(context.language)
        let formats = ExportFormats.all.map { format -> View in
            [
                "name": .text(words["exports.\(format.name).name"]),
                "about": .text(words["exports.\(format.name).about"]), "file": .text(format.downloadName),
                "address": .text("/exports/\(format.name)"),
            ]
        }
        return try workplace.page(
            "briefs", ["formats": .list(formats), "year": .text(String(workplace.today.prefix(4)))],
            title: words["briefs.title"], section: .briefs, for: request, context)
    }

    private func brief(_ names: [String], _ fields: QueryFields, in words: Briefing.Words) async throws -> Response {
        let day = try fields.day("on", \.last) ?? workplace.today
        return try await workplace.ask { ledger in
            let brief = try BriefBuilder.brief(ledger, about: names, on: day, in: words)
            return try Document(
                name: "brief-\(day)", page: { try BriefPage(brief, in: words).text },
                markdown: { BriefMarkdown(brief, in: words).text }
            ).response(fields["format"])
        }
    }

    private func digest(_ fields: QueryFields, in words: Briefing.Words) async throws -> Response {
        guard let since = try fields.day("since", \.first) else { throw DeskError(.badField, "since") }
        let day = try fields.day("until", \.last) ?? workplace.today
        return try await workplace.ask { ledger in
            let digest = try Digest(ledger, since: since, on: day, in: words)
            if fields["format"] == "atom" {
                return Document.download(Array(digest.atom.utf8), "application/atom+xml", "digest-\(day).atom")
            }
            return try Document(
                name: "digest-\(day)", page: { try digest.html }, markdown: { digest.markdown }
            ).response(fields["format"])
        }
    }

    private func report(_ fields: QueryFields, in words: Briefing.Words) async throws -> Response {
        guard let name = fields["name"] else { throw DeskError(.badField, "name") }
        guard let year = fields["year"].flatMap({ Int($0) }), (1...9999).contains(year) else {
            throw DeskError(.badField, "year")
        }
        return try await workplace.ask { ledger in
            let report = try YearReport(ledger, about: name, year: year, in: words)
            if fields["format"] == "csv" {
                return Document.download(
                    Array(report.csv(byteOrderMark: true).utf8), "text/csv; charset=utf-8", "report-\(year).csv")
            }
            if fields["format"] == "xlsx" {
                return Document.download(
                    Array(try report.workbook()), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "report-\(year).xlsx")
            }
            return try Document(name: "report-\(year)", page: { try report.html }, markdown: nil)
                .response(fields["format"])
        }
    }

    /// Writes an export to a file first, so that memory does not grow with the ledger.
    private func export(_ name: String, _ request: Request) async throws -> Response {
        guard let format = ExportFormats.named(name) else { throw DeskError(.notFound, name) }
        let workplace = workplace
        var options = ExportOptions()
        options.locate = { identifiers in
            PlaceFinder.point(identifiers, workplace.gazetteer).map {
                ExportOptions.Point(latitude: $0.latitude, longitude: $0.longitude)
            }
        }
        let chosen = options
        let file = try await workplace.ask { try TemporaryFile.export($0, format, chosen) }
        return file.response(named: format.downloadName)
    }
}

/// A document that the program sets: as a page, as text, or printed by a program of the system.
struct Document {
    let name: String
    let page: () throws -> String
    let markdown: (() -> String)?

    /// The document in the form asked for, a page unless it is said.
    func response(_ format: String?) throws -> Response {
        switch format ?? "html" {
        case "markdown":
            guard let markdown else { throw DeskError(.badField, "format") }
            return Self.download(Array(markdown().utf8), "text/markdown; charset=utf-8", "\(name).md")
        case "pdf":
            return Self.download(
                Array(try PrintedPage.bytes(of: try page(), as: .pdf)), "application/pdf", "\(name).pdf")
        case "docx":
            let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            return Self.download(Array(try PrintedPage.bytes(of: try page(), as: .docx)), type, "\(name).docx")
        case "html":
            let text = try page()
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.policy(of: text),
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        default: throw DeskError(.badField, "format")
        }
    }

    /// Bytes to be kept as a file.
    static func download(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Lets nothing work but the very style sheet that stands in the page (CSP Level 3, 2.3.1).
    private static func policy(of page: String) -> String {
        guard let start = page.range(of: "<style>"), let end = page.range(of: "</style>") else {
            return "default-src 'none'"
        }
        let digest = SHA256Digest(of: Array(page[start.upperBound..<end.lowerBound].utf8)).description
        let bytes = stride(from: 0, to: digest.count, by: 2).compactMap { index -> UInt8? in
            UInt8(digest.dropFirst(index).prefix(2), radix: 16)
        }
        return "default-src 'none'; style-src 'sha256-\(Data(bytes).base64EncodedString())'"
    }
}
