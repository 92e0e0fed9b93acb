// SPDX-License-Identifier: Apache-2.0

/// Gives every encoded token its fine part of speech.
struct Tagger: Sendable {
    private struct Settings: Decodable {
        let labels: [String]
    }

    let labels: [String]
    private let layer: LinearLayer

    /// Reads the tagger from `folder`; `width` is that of an encoded token.
    init(_ folder: ModelFolder, width: Int) throws(ModelError) {
        labels = try folder.json(Settings.self, of: "tagger/cfg").labels
        let file = try NetworkFile(folder, "tagger/model")
        layer = try LinearLayer(file, named: "softmax", inputs: width, outputs: labels.count)
    }

    /// Hands the best tag of each of `count` rows (a multiple of `MatrixProduct.unit`) to `receive`, as a number into
    /// `labels`; the first of them on a tie.
    func tag(_ rows: UnsafePointer<Float>, count: Int, receive: (_ row: Int, _ tag: Int) -> Void) {
        var scores = [Float](repeating: 0, count: count * labels.count)
        scores.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            layer.apply(rows, count: count, into: base)
            for row in 0..<count {
                var best = 0
                for tag in 1..<labels.count
                where scores[row * labels.count + tag] > scores[row * labels.count + best] {
                    best = tag
                }
                receive(row, best)
            }
        }
    }
}
