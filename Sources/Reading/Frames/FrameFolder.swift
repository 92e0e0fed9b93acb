// SPDX-License-Identifier: Apache-2.0

import Foundation
import Yams

/// The frame files that a reader works with: the program's own, changed by those of an analyst's folder.
///
/// A file of the analyst's has the name of the one that it changes. In a mapping, a key that is given replaces the
/// program's, `key+` adds to its list. In a list of frames, an item changes the frame of its name, or is a new one. What
/// keys there can be is what the program's own files show.
struct FrameFolder: Sendable {
    /// The program's frame files.
    private let standard: URL
    /// The analyst's folder.
    private let own: URL?

    /// Takes the frames in `standard` and, where there is one, the folder that changes them; throws where that folder
    /// holds frame files of unknown names or cannot be listed.
    init(standard: URL, own: URL?) throws(ReadingError) {
        self.standard = standard
        self.own = own
        guard let own else { return }
        let known = try Self.frameFiles(in: standard)
        for name in try Self.frameFiles(in: own) where !known.contains(name) {
            throw .frames(
                file: own.appendingPathComponent(name).path, line: nil,
                reason: "no frame file has this name; there are \(known.joined(separator: ", "))")
        }
    }

    /// What stands in the frame file `name`, with the analyst's changes.
    func decode<Content: Decodable>(_ name: String) throws(ReadingError) -> Content {
        let base: Node
        do {
            base = try Self.node(at: standard.appendingPathComponent(name))
        } catch {
            throw .resource(name: "frames/\(name)", reason: error.description)
        }
        guard let file = own?.appendingPathComponent(name), FileManager.default.fileExists(atPath: file.path) else {
            do {
                return try YAMLDecoder().decode(Content.self, from: base)
            } catch {
                throw .resource(name: "frames/\(name)", reason: "\(error)")
            }
        }
        do throws(FrameFault) {
            let merged = try FrameMerger(base: base).merged(with: try Self.node(at: file))
            do {
                return try YAMLDecoder().decode(Content.self, from: merged)
            } catch {
                throw FrameFault(error, in: merged)
            }
        } catch {
            throw .frames(file: file.path, line: error.line, reason: error.reason)
        }
    }

    private static func frameFiles(in folder: URL) throws(ReadingError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        } catch {
            throw .frames(file: folder.path, line: nil, reason: "the folder cannot be listed")
        }
    }

    private static func node(at file: URL) throws(FrameFault) -> Node {
        let text: String
        do {
            text = try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw FrameFault(line: nil, reason: "the file cannot be read as UTF-8 text")
        }
        do {
            return try Yams.compose(yaml: text) ?? .sequence([])
        } catch let error as YamlError {
            throw FrameFault(error)
        } catch {
            throw FrameFault(line: nil, reason: "\(error)")
        }
    }
}

/// What is wrong in a frame file, and in which line of it, counted from 1.
struct FrameFault: Error, CustomStringConvertible {
    let line: Int?
    let reason: String

    /// The reason, with the line where it is known.
    var description: String { line.map { "line \($0): \(reason)" } ?? reason }

    init(line: Int?, reason: String) {
        self.line = line
        self.reason = reason
    }

    /// What the YAML parser says.
    init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, reason: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(line: context.mark.line, reason: "`\(duplicates.sorted().first ?? "a key")` is given twice")
        default:
            self.init(line: nil, reason: "\(error)")
        }
    }

    /// What the decoder says of `node`.
    init(_ error: any Error, in node: Node) {
        guard let error = error as? DecodingError else {
            self.init(line: nil, reason: "\(error)")
            return
        }
        switch error {
        case .keyNotFound(let key, let context):
            let line = Self.deepest(context.codingPath, in: node).line
            self.init(line: line, reason: "`\(key.stringValue)` is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let (found, line) = Self.deepest(context.codingPath, in: node)
            let key = context.codingPath.last { $0.intValue == nil }?.stringValue ?? "this"
            // What the standard library says of a value that an enumeration does not have is for programmers.
            let reason =
                context.debugDescription.hasPrefix("Cannot initialize")
                ? "`\(key)` cannot be \(found.scalar?.string ?? "this")"
                : "`\(key)`: " + (context.debugDescription.split(separator: "\n").first ?? "")
            self.init(line: line, reason: reason)
        @unknown default:
            self.init(line: nil, reason: "\(error)")
        }
    }

    /// The node that `path` leads to, or the last one before it is lost, and its line.
    private static func deepest(_ path: [any CodingKey], in node: Node) -> (node: Node, line: Int?) {
        var node = node
        var line = node.mark?.line
        for key in path {
            let next: Node?
            if let index = key.intValue {
                next = node.sequence.flatMap { index < $0.count ? $0[index] : nil }
            } else {
                next = node.mapping?[Node(key.stringValue)]
            }
            guard let next else { break }
            node = next
            line = node.mark?.line ?? line
        }
        return (node, line)
    }
}
