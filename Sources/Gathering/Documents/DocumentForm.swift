// SPDX-License-Identifier: Apache-2.0

import Pages

/// A kind of document that other programs turn into text.
package enum DocumentForm: String, Hashable, Sendable, CaseIterable {
    /// A PDF document.
    case pdf
    /// A text document of office programs (ISO 29500).
    case docx
    /// A message of electronic mail (RFC 5322).
    case mail

    /// The media type that servers declare it by.
    var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .mail: "message/rfc822"
        }
    }

    /// What `page` is, told by its first bytes; a message of mail by its name or declared type.
    ///
    /// `nil` for a page.
    package init?(_ page: Page) {
        if page.bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if Self.isWordDocument(page.bytes) {
            self = .docx
        } else if Self.isMail(page) {
            self = .mail
        } else {
            return nil
        }
    }

    /// A ZIP archive that names the part which every such document has.
    private static func isWordDocument(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) && bytes.firstRange(of: Array("word/document.xml".utf8)) != nil
    }

    private static func isMail(_ page: Page) -> Bool {
        if page.contentType?.lowercased().hasPrefix(Self.mail.mediaType) == true { return true }
        let path = page.location?.prefix { !"?#".contains($0) }.lowercased() ?? ""
        return path.hasSuffix(".eml")
    }
}
