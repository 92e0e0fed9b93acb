// SPDX-License-Identifier: Apache-2.0

/// What a site's robots.txt lets one program fetch (RFC 9309).
package struct RobotsRules: Hashable, Sendable {
    /// The bytes of a file that count (RFC 9309, section 2.5, asks for at least 500 KiB).
    package static let byteLimit = 500 << 10

    private struct Rule: Hashable, Sendable {
        let allows: Bool
        /// Percent-encoded octets, with `*` for any and a closing `$` for the end.
        let pattern: [UInt8]
    }

    private var rules: [Rule] = []
    private var allowsRest = true

    /// The seconds between two requests that the site asks for; not part of the standard.
    package private(set) var crawlDelay: Double?

    /// Everything may be fetched.
    package static let allowAll = RobotsRules()
    /// Nothing may be fetched.
    package static var allowNone: RobotsRules {
        var rules = RobotsRules()
        rules.allowsRest = false
        return rules
    }

    private init() {}

    /// Reads the groups of `file` that are for the program called `product`, else those for every program.
    ///
    /// Any bytes are a robots.txt; lines that are no rule are passed over.
    package init(_ file: some Collection<UInt8>, product: String) {
        var own = RobotsRules()
        var common = RobotsRules()
        var isOwnNamed = false
        // The programs that the group at hand is for.
        var group = (own: false, common: false)
        var isGroupOpen = false
        for line in Self.lines(of: file) {
            switch line.key {
            case "user-agent":
                if !isGroupOpen { group = (false, false) }
                isGroupOpen = true
                if Self.productToken(line.value) == product.lowercased() {
                    group.own = true
                    isOwnNamed = true
                } else if line.value.hasPrefix("*") {
                    group.common = true
                }
            case "allow", "disallow":
                isGroupOpen = false
                let pattern = Self.normalised(Array(line.value.utf8))
                guard pattern.first == UInt8(ascii: "/") || pattern.first == UInt8(ascii: "*") else { continue }
                let rule = Rule(allows: line.key == "allow", pattern: pattern)
                if group.own { own.rules.append(rule) }
                if group.common { common.rules.append(rule) }
            case "crawl-delay":
                isGroupOpen = false
                guard let seconds = Double(line.value), seconds.isFinite, seconds >= 0 else { continue }
                if group.own { own.crawlDelay = max(own.crawlDelay ?? 0, seconds) }
                if group.common { common.crawlDelay = max(common.crawlDelay ?? 0, seconds) }
            default:
                // Others, such as Sitemap, belong to no group and do not end one (section 2.2.4).
                continue
            }
        }
        self = isOwnNamed ? own : common
    }

    /// Whether a path with its query, such as `/news?page=2`, may be fetched.
    ///
    /// The longest rule that matches decides; of two as long the one that allows (section 2.2.2).
    package func allows(_ target: String) -> Bool {
        let target = Self.normalised(Array(target.utf8))
        // Section 2.2.2: robots.txt itself may always be fetched.
        if target.elementsEqual("/robots.txt".utf8) { return true }
        var best: Rule?
        for rule in rules where Self.matches(rule.pattern, target) {
            if let best, best.pattern.count > rule.pattern.count { continue }
            if let best, best.pattern.count == rule.pattern.count, best.allows { continue }
            best = rule
        }
        return best?.allows ?? allowsRest
    }

    private static func lines(of file: some Collection<UInt8>) -> [(key: String, value: String)] {
        var bytes = Array(file.prefix(byteLimit))
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
            let content = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let blank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
            let key = String(decoding: content[..<colon], as: UTF8.self).trimming(blank).lowercased()
            let value = String(decoding: content[(colon + 1)...], as: UTF8.self).trimming(blank)
            return (key, value)
        }
    }

    /// The name at the beginning of a `User-agent` value (section 2.2.1), in lower case.
    private static func productToken(_ value: String) -> String {
        let token = value.utf8.prefix { byte in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
        }
        return String(decoding: token, as: UTF8.self).lowercased()
    }

    /// Octets that need it percent-encoded, encoded ones that need it not decoded (section 2.2.2).
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        func value(_ index: Int) -> UInt8? {
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case 0x30...0x39: return bytes[index] - 0x30
            case 0x41...0x46: return bytes[index] - 0x41 + 10
            case 0x61...0x66: return bytes[index] - 0x61 + 10
            default: return nil
            }
        }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEncoded = false
            if byte == UInt8(ascii: "%"), let high = value(index + 1), let low = value(index + 2) {
                byte = high << 4 | low
                isEncoded = true
                index += 2
            }
            index += 1
            let isUnreserved =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
                default: false
                }
            if byte > 0x7E || byte <= 0x20 || (isEncoded && !isUnreserved) {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// Whether `pattern` matches a beginning of `target`, or all of it where the pattern ends in `$`.
    private static func matches(_ pattern: [UInt8], _ target: [UInt8]) -> Bool {
        var pattern = pattern[...]
        let isAnchored = pattern.last == UInt8(ascii: "$")
        if isAnchored { pattern.removeLast() } else { pattern.append(UInt8(ascii: "*")) }
        var here = pattern.startIndex
        var position = 0
        // Where the last star stands and what it has taken so far; all that ever needs to be tried again.
        var star: (pattern: Int, position: Int)?
        while position < target.count {
            if here < pattern.endIndex, pattern[here] == UInt8(ascii: "*") {
                star = (here, position)
                here += 1
            } else if here < pattern.endIndex, pattern[here] == target[position] {
                here += 1
                position += 1
            } else if let last = star {
                star = (last.pattern, last.position + 1)
                here = last.pattern + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[here...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
