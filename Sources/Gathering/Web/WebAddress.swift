// SPDX-License-Identifier: Apache-2.0

import CCurl

/// A URL that can be fetched, taken apart by the library that fetches it, so that both agree on the host.
///
/// Name and password are kept apart from the text, so that neither a message nor the ledger can hold them.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    /// What a server may ask for before it answers.
    package struct Credentials: Hashable, Sendable {
        /// The name.
        package let user: String
        /// The password; may be empty.
        package let password: String
    }

    /// The URL without credentials and fragment, its path without `.` and `..`.
    public let text: String
    /// `http` or `https`.
    public let scheme: String
    /// The host in lower case.
    public let host: String
    /// The port, also where the URL does not name it.
    public let port: Int
    /// The path and the query, beginning with `/`.
    public let target: String
    /// Credentials that stood in the URL.
    package let credentials: Credentials?

    /// Whether a name or password stood in the URL.
    public var hasCredentials: Bool { credentials != nil }
    /// The URL without credentials and fragment.
    public var description: String { text }
    /// Scheme, host and port, which share one robots.txt.
    public var origin: String { "\(scheme)://\(host):\(port)" }

    /// Whether `text` is meant as a URL and not as a path: a scheme and two slashes.
    public static func isMeant(by text: String) -> Bool {
        guard let end = text.utf8.firstRange(of: "://".utf8)?.lowerBound else { return false }
        let scheme = text.utf8[..<end]
        return !scheme.isEmpty && scheme.allSatisfy { isSchemeByte($0) }
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
    }

    /// Reads a URL; one that is not whole is completed by `base`.
    public init(_ text: String, relativeTo base: WebAddress? = nil) throws(GatheringError) {
        let trimmed = text.trimming { $0.value <= 0x20 }
        let shown = Self.withoutCredentials(trimmed)
        func failure(_ reason: String) -> GatheringError {
            GatheringError(.invalidAddress(reason: reason), location: shown)
        }
        guard trimmed.unicodeScalars.count <= 4096 else { throw failure("it is longer than 4096 characters") }
        guard !trimmed.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw failure("it holds control characters")
        }
        guard let parts = curl_url() else { throw failure("there is not enough memory") }
        defer { curl_url_cleanup(parts) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        if let base { curl_url_set(parts, CURLUPART_URL, base.text, 0) }
        let code = curl_url_set(parts, CURLUPART_URL, trimmed, flags)
        guard code == CURLUE_OK else { throw failure(String(cString: curl_url_strerror(code)).lowercased()) }

        func part(_ name: CURLUPart, _ flags: Int32 = 0) -> String? {
            var found: UnsafeMutablePointer<CChar>?
            guard curl_url_get(parts, name, &found, UInt32(flags)) == CURLUE_OK, let found else { return nil }
            defer { curl_free(found) }
            return String(cString: found)
        }
        let scheme = part(CURLUPART_SCHEME)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else {
            throw GatheringError(.unsupportedScheme(scheme), location: shown)
        }
        guard let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty else { throw failure("it names no host") }
        credentials = part(CURLUPART_USER, CURLU_URLDECODE).map {
            Credentials(user: $0, password: part(CURLUPART_PASSWORD, CURLU_URLDECODE) ?? "")
        }
        for name in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
            curl_url_set(parts, name, nil, 0)
        }
        curl_url_set(parts, CURLUPART_HOST, host, 0)
        guard let text = part(CURLUPART_URL, CURLU_NO_DEFAULT_PORT),
            let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap({ Int($0) })
        else { throw failure("it names no host") }
        self.text = text
        self.scheme = scheme
        self.host = host
        self.port = port
        target = (part(CURLUPART_PATH) ?? "/") + (part(CURLUPART_QUERY).map { "?\($0)" } ?? "")
    }

    /// `text` without what stands before an `@` in the part that names the host, for messages.
    package static func withoutCredentials(_ text: String) -> String {
        guard let start = text.utf8.firstRange(of: "//".utf8)?.upperBound else { return text }
        let end = text[start...].firstIndex { "/?#\\".contains($0) } ?? text.endIndex
        guard let sign = text[start..<end].lastIndex(of: "@") else { return text }
        return String(text[..<start]) + text[text.index(after: sign)...]
    }
}

extension StringProtocol {
    /// The text without the scalars at both ends that `predicate` picks.
    func trimming(_ predicate: (Unicode.Scalar) -> Bool) -> String {
        let view = String(self).unicodeScalars
        let start = view.firstIndex { !predicate($0) } ?? view.endIndex
        let end = view[start...].lastIndex { !predicate($0) }.map(view.index(after:)) ?? start
        return String(view[start..<end])
    }
}
