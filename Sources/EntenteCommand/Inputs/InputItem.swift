// SPDX-License-Identifier: Apache-2.0

import Gathering

/// Something that a verb is to read: a file, the standard input, or what a URL leads to.
enum InputItem: Sendable {
    /// A file or the standard input.
    case file(InputFile)
    /// A URL.
    case web(WebAddress)

    /// The items that the arguments of a command mean, in their order; each argument that cannot be followed is a
    /// failure at its place.
    static func items(at arguments: [String]) -> [Result<InputItem, any Error>] {
        arguments.flatMap { argument -> [Result<InputItem, any Error>] in
            guard WebAddress.isMeant(by: argument) else {
                return InputWalk.files(at: [argument]).map { found in
                    found.map(InputItem.file).mapError { $0 as any Error }
                }
            }
            return [Result { .web(try WebAddress(argument)) }]
        }
    }
}
