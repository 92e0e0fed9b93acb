// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Pages for tests; the people in them are invented.
enum TestPages {
    /// A page with a person, an office, a meeting, a statement and a figure.
    static let meeting = """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <title>Mayor of Busan receives the mayor of Da Nang</title>
        <meta property="article:published_time" content="2024-05-14"></head><body>
        <nav><a href="/">Front page</a> <a href="/sport">Sport</a></nav>
        <article><h1>Mayor of Busan receives the mayor of Da Nang</h1>
        <p>Busan Mayor Kim Daeho met Da Nang Mayor Tran Minh Quang at Busan City Hall on May 13, 2024.</p>
        <p>"We will open a school of shipbuilding together," Kim said. He added that 2,400 Vietnamese residents live
        in Busan.</p>
        <p>Tran thanked the city for its welcome and invited Kim to the autumn festival in Da Nang.</p>
        </article></body></html>
        """

    /// The same kind of page about other people.
    static let farewell = meeting.replacingOccurrences(of: "Tran Minh Quang", with: "Le Thanh Hai")

    /// A page that the English models cannot read.
    static let vietnamese = """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cần Thơ đón đoàn Osaka</title></head><body>
        <article><h1>Cần Thơ đón đoàn Osaka</h1>
        <p>Sáng 17/3, lãnh đạo thành phố Cần Thơ đã tiếp đoàn đại biểu đến từ thành phố Osaka, Nhật Bản.</p>
        </article></body></html>
        """

    /// A record that has its text only.
    static let textRecord =
        #"{"id":"r-1","title":"Visit to Lyon","text":"Osaka Mayor Mori Kenta visited Lyon on June 3, 2023.","published":"2023-06-04"}"#

    /// A record that has a page.
    static let htmlRecord =
        #"{"id":"r-2","html":"<html><body><article><h1>Visit</h1><p>Osaka Mayor Mori Kenta visited Lyon on June 3, 2023, and spoke to students.</p></article></body></html>","url":"https://example.org/2"}"#

    /// The first bytes of a PDF document.
    static let pdf = Data("%PDF-1.7\n%\u{E2}\u{E3}\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".utf8)

    /// Bytes that are text in no encoding.
    static let noText = Data((0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 151) ^ ($0 >> 3)) })

    /// `text` as gzip data, by the system's gzip.
    static func packed(_ text: String, in scratch: Scratch) throws -> Data {
        let file = try scratch.write(".to-be-packed", text)
        _ = try Program.shell("gzip -nf \"$FILE\"", environment: ["FILE": file], in: scratch)
        let packed = URL(filePath: file + ".gz")
        defer { try? FileManager.default.removeItem(at: packed) }
        return try Data(contentsOf: packed)
    }
}
