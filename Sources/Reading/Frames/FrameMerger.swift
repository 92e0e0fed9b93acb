// SPDX-License-Identifier: Apache-2.0

import Yams

/// Changes the program's frames by an analyst's.
struct FrameMerger {
    /// The key by which frames in a list are known.
    private static let name = "frame"
    /// What a key ends with that adds to a list.
    private static let adding = "+"

    private let base: Node
    /// The keys that there can be, by the path of their mapping.
    private let known: [String: Set<String>]

    /// Takes the program's frames.
    init(base: Node) {
        self.base = base
        var known: [String: Set<String>] = [:]
        Self.collect(base, at: "", into: &known)
        self.known = known
    }

    /// The program's frames with the changes of `own`; throws at the first key or value that cannot be.
    func merged(with own: Node) throws(FrameFault) -> Node {
        if own.sequence?.isEmpty == true { return base }
        try check(own, at: "")
        return try merged(base, own)
    }

    private func merged(_ base: Node, _ own: Node) throws(FrameFault) -> Node {
        switch (base, own) {
        case (.mapping(let old), .mapping(let new)): return .mapping(try changed(old, by: new))
        case (.sequence(let old), .sequence(let new)) where Self.isList(ofFrames: old):
            return .sequence(try changed(old, by: new))
        case (.mapping, _): throw FrameFault(line: own.mark?.line, reason: "a mapping of keys is expected here")
        case (.sequence, .mapping), (.sequence, .scalar):
            throw FrameFault(line: own.mark?.line, reason: "a list is expected here")
        default: return own
        }
    }

    private func changed(_ old: Node.Mapping, by new: Node.Mapping) throws(FrameFault) -> Node.Mapping {
        var result = old
        for (key, value) in new {
            let written = key.string ?? ""
            let adds = written.hasSuffix(Self.adding)
            let name = Node(adds ? String(written.dropLast()) : written)
            guard let current = old[name] else {
                result[name] = value
                continue
            }
            if adds {
                guard case .sequence(let items) = current, case .sequence(let more) = value else {
                    throw FrameFault(line: key.mark?.line, reason: "`\(written)` can only add to a list")
                }
                var both = items
                for item in more where !both.contains(item) { both.append(item) }
                result[name] = .sequence(both)
            } else {
                result[name] = try merged(current, value)
            }
        }
        return result
    }

    /// A list of frames: an item changes the one of its name, or comes last.
    private func changed(_ old: Node.Sequence, by new: Node.Sequence) throws(FrameFault) -> Node.Sequence {
        var result = old
        for item in new {
            guard case .mapping(let mapping) = item, let name = mapping[Node(Self.name)] else {
                throw FrameFault(
                    line: item.mark?.line, reason: "a frame with its name (`\(Self.name):`) is expected here")
            }
            if let place = result.firstIndex(where: { $0.mapping?[Node(Self.name)] == name }),
                case .mapping(let current) = result[place]
            {
                result[place] = .mapping(try changed(current, by: mapping))
            } else {
                result.append(item)
            }
        }
        return result
    }

    private static func isList(ofFrames items: Node.Sequence) -> Bool {
        items.first?.mapping?[Node(name)] != nil
    }

    // MARK: keys

    private static func collect(_ node: Node, at path: String, into known: inout [String: Set<String>]) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard let key = key.string else { continue }
                known[path, default: []].insert(key)
                collect(value, at: path + "/" + key, into: &known)
            }
        case .sequence(let items):
            for item in items { collect(item, at: path, into: &known) }
        case .scalar, .alias: break
        }
    }

    private func check(_ node: Node, at path: String) throws(FrameFault) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                let written = key.string ?? ""
                let name = written.hasSuffix(Self.adding) ? String(written.dropLast()) : written
                guard let keys = known[path], keys.contains(name) else {
                    let keys = known[path]?.sorted().joined(separator: ", ") ?? "none"
                    throw FrameFault(line: key.mark?.line, reason: "unknown key `\(written)`; there are \(keys)")
                }
                try check(value, at: path + "/" + name)
            }
        case .sequence(let items):
            for item in items { try check(item, at: path) }
        case .scalar, .alias: break
        }
    }
}
