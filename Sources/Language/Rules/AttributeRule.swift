// SPDX-License-Identifier: Apache-2.0

/// What the attribute ruler's tests see of a token.
struct RuleToken {
    let word: RuleWord
    let tag: String
    let dep: String
}

/// The test of one attribute: the value must be among some, or must not.
enum ValueTest<Value: Hashable & Sendable>: Sendable {
    case one(Value)
    case among(Set<Value>)
    case notAmong(Set<Value>)

    /// One value alone needs no set, which would cost more than the comparison.
    init(among values: Set<Value>) {
        if values.count == 1, let value = values.first { self = .one(value) } else { self = .among(values) }
    }

    @inline(__always)
    func accepts(_ value: Value) -> Bool {
        switch self {
        case .one(let wanted): value == wanted
        case .among(let values): values.contains(value)
        case .notAmong(let values): !values.contains(value)
        }
    }
}

/// The tests of one token of a pattern; all must hold.
struct TokenTest: Sendable {
    private(set) var tag: ValueTest<String>?
    private(set) var dep: ValueTest<String>?
    private(set) var word: ValueTest<Int>?
    private(set) var expression: Int?
    private(set) var isSpace: Bool?

    /// Reads the tests from a rule of the file at `path`, adding the words they name to `words`.
    init(_ value: MessagePackValue, words: inout RuleWords, path: String) throws(ModelError) {
        guard let pairs = value.pairs else { throw .malformed(path: path, reason: "a pattern is not a map") }
        for (key, value) in pairs {
            switch key.text {
            case "TAG": tag = try Self.test(value, path: path)
            case "DEP": dep = try Self.test(value, path: path)
            case "IS_SPACE":
                guard case .boolean(let flag) = value else {
                    throw .malformed(path: path, reason: "IS_SPACE is neither true nor false")
                }
                isSpace = flag
            case "LOWER":
                if let source = value["REGEX"]?.text {
                    do {
                        expression = try words.number(ofExpression: source)
                    } catch {
                        throw .malformed(path: path, reason: "the expression \(source) cannot be read")
                    }
                } else {
                    switch try Self.test(value, path: path) {
                    case .one(let text): word = .one(words.number(of: text))
                    case .among(let texts): word = .among(Set(texts.map { words.number(of: $0) }))
                    case .notAmong(let texts): word = .notAmong(Set(texts.map { words.number(of: $0) }))
                    }
                }
            default:
                throw .unsupported(
                    path: path, setting: "a pattern's attribute", value: key.text ?? "something nameless")
            }
        }
    }

    private static func test(_ value: MessagePackValue, path: String) throws(ModelError) -> ValueTest<String> {
        if let text = value.text { return .one(text) }
        for (key, isAmong) in [("IN", true), ("NOT_IN", false)] {
            guard let texts = value[key]?.elements?.map(\.text), value.pairs?.count == 1 else { continue }
            let values = Set(texts.compactMap { $0 })
            return isAmong ? ValueTest(among: values) : .notAmong(values)
        }
        throw .unsupported(path: path, setting: "a pattern's test", value: "something other than IN, NOT_IN or REGEX")
    }

    /// Whether the tests other than that of the tag hold.
    @inline(__always)
    func acceptsApartFromTag(_ token: RuleToken) -> Bool {
        if let word, !word.accepts(token.word.number) { return false }
        if let expression, !token.word.matchedExpressions.contains(expression) { return false }
        if let isSpace, isSpace != token.word.isSpace { return false }
        if let dep, !dep.accepts(token.dep) { return false }
        return true
    }
}

/// What a rule sets.
struct RuleAttributes: Sendable {
    private(set) var tag: String?
    private(set) var pos: String?
    private(set) var morph: String?
    private(set) var lemma: String?
    private(set) var dep: String?

    /// Reads what a rule of the file at `path` sets.
    init(_ value: MessagePackValue?, path: String) throws(ModelError) {
        for (key, value) in value?.pairs ?? [] {
            guard let text = value.text else { throw .malformed(path: path, reason: "an attribute is not a text") }
            switch key.text {
            case "TAG": tag = text
            case "POS": pos = text
            case "MORPH": morph = text == "_" ? "" : text
            case "LEMMA": lemma = text
            case "DEP": dep = text
            default:
                throw .unsupported(path: path, setting: "an attribute", value: key.text ?? "something nameless")
            }
        }
    }
}
