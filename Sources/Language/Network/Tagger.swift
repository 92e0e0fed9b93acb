// SPDX-License-Identifier: Apache-2.0

/// Gives every encoded token its fine part of speech.
struct Tagger: Sendable {
    private struct Settings: Decodable {
        let labels: [String]
    }

    let labels: [String]
    private let layer: LinearLayer

    /// Reads the tagger from `folder`; `width` is that of an encoded token.
    init(_ folder: ModelFolder, width: Int, build: NetworkBuild) throws(ModelError) {
        labels = try folder.json(Settings.self, of: "tagger/cfg").labels
        let file = try NetworkFile(folder, "tagger/model")
        layer = try LinearLayer(
            file, file.layer(named: "softmax"), inputs: width, outputs: labels.count, build: build)
    }

    /// The best tag of each of `count` rows, as a number into `labels`; the first of them on a tie.
    func tags(of rows: UnsafePointer<Float>, count: Int) -> [Int32] {
        var scores = FloatBuffer(count: count * layer.stride)
        return scores.withUnsafeMutablePointer { scores in
            layer.apply(rows, count: count, into: scores)
            return (0..<count).map { row in
                let row = scores + row * layer.stride
                var best = 0
                for tag in 1..<labels.count where row[tag] > row[best] { best = tag }
                return Int32(best)
            }
        }
    }
}
