// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    /// Makes ready to read the contents of an element (13.2.6.4, "parsing HTML fragments").
    mutating func begin(in context: FragmentContext) {
        let name = Array(context.name.utf8).map(ByteScan.lowercased)
        let number = name.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { tokenizer.tagNames.number(of: $0, buffer.count, available: buffer.count) } ?? 0
        }
        let tag = Int(number) < Names.tagCount ? Tag(rawValue: UInt8(number)) ?? .other : .other
        var integration = integration(of: tag, in: context.namespace, encoding: nil)
        if integration == .annotation, let encoding = context.encoding?.lowercased(),
            encoding == "text/html" || encoding == "application/xhtml+xml"
        {
            integration = .html
        }
        self.context = Context(namespace: context.namespace, tag: tag, integration: integration)
        if context.namespace == .html { chooseContent(for: tag) }
        openRoot()
        if context.namespace == .html, tag == .template { templateModes.append(.inTemplate) }
        resetMode()
        // A form around is remembered without being open.
        if context.namespace == .html, tag == .form { form = stack[0].node }
    }

    private mutating func chooseContent(for tag: Tag) {
        switch tag {
        case .title, .textarea: tokenizer.content = .rcdata
        case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.content = .rawtext
        case .script: tokenizer.content = .script
        case .noscript: if scripting { tokenizer.content = .rawtext }
        case .plaintext: tokenizer.content = .plaintext
        default: break
        }
    }
}
