// SPDX-License-Identifier: Apache-2.0

/// The `model` file of one part of a pipeline: its layers with their weights, in the order they are applied.
struct NetworkFile {
    /// One layer.
    struct Layer {
        let name: String
        let attributes: MessagePackValue
        let parameters: MessagePackValue
    }

    let path: String
    let layers: [Layer]

    /// Reads the file at `path` of `folder`.
    init(_ folder: ModelFolder, _ path: String) throws(ModelError) {
        self.path = path
        let file = try folder.messagePack(of: path)
        guard let nodes = file["nodes"]?.elements, let attributes = file["attrs"]?.elements,
            let parameters = file["params"]?.elements,
            nodes.count == attributes.count, nodes.count == parameters.count
        else { throw .malformed(path: path, reason: "nodes, attrs and params do not belong together") }
        layers = nodes.indices.map { index in
            Layer(
                name: nodes[index]["name"]?.text ?? "", attributes: attributes[index], parameters: parameters[index])
        }
    }

    /// The layers of one kind, in order; throws unless there are as many as `count` says.
    func layers(named name: String, count: ClosedRange<Int>) throws(ModelError) -> [Layer] {
        let found = layers.filter { $0.name == name }
        guard count.contains(found.count) else {
            throw .malformed(path: path, reason: "\(found.count) layers named \(name)")
        }
        return found
    }

    /// The only layer of its kind.
    func layer(named name: String) throws(ModelError) -> Layer {
        try layers(named: name, count: 1...1)[0]
    }

    /// The weights `parameter` of a layer, which must have the given shape; 0 stands for any extent.
    func tensor(_ layer: Layer, _ parameter: String, shape: [Int]) throws(ModelError) -> Tensor {
        guard let value = layer.parameters[parameter], let tensor = Tensor(value) else {
            throw .malformed(path: path, reason: "\(layer.name) has no array \(parameter)")
        }
        let fits =
            tensor.shape.count == shape.count && zip(tensor.shape, shape).allSatisfy { $0 > 0 && ($1 == 0 || $0 == $1) }
        guard fits else {
            throw .malformed(path: path, reason: "\(parameter) of \(layer.name) has the shape \(tensor.shape)")
        }
        return tensor
    }

    /// An attribute of a layer, which is MessagePack inside of MessagePack.
    func attribute(_ layer: Layer, _ name: String) throws(ModelError) -> MessagePackValue {
        guard case .binary(let bytes) = layer.attributes[name], let value = try? MessagePackReader.value(of: bytes)
        else {
            throw .malformed(path: path, reason: "\(layer.name) has no attribute \(name)")
        }
        return value
    }
}
