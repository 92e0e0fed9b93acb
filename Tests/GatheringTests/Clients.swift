// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import TestNumbers
import TestServer

/// Clients for tests, which are quick and may visit the loopback address.
enum Clients {
    /// How they behave unless a test says otherwise.
    static var manner: WebClient.Manner {
        var manner = WebClient.Manner(version: "0")
        manner.delay = .zero
        manner.mayReach = { $0.description == "127.0.0.1" }
        manner.limits.time = .seconds(20)
        return manner
    }

    /// A client; `change` changes how it behaves.
    static func client(_ change: (inout WebClient.Manner) -> Void = { _ in }) throws -> WebClient {
        var manner = manner
        change(&manner)
        return try WebClient(manner)
    }
}

extension LocalServer {
    /// The URL of a path on this server.
    func address(_ path: String, host: String = "127.0.0.1") throws -> WebAddress {
        try WebAddress(url(path, host: host))
    }
}

extension WebClient {
    /// Why `address` cannot be fetched; `nil` where it can.
    func failure(_ address: WebAddress) -> GatheringError? {
        do throws(GatheringError) {
            _ = try fetch(address)
            return nil
        } catch {
            return error
        }
    }
}

extension Array where Element == UInt8 {
    /// The bytes with some changed, left out, doubled or cut off.
    func mutated(by random: inout SeededNumbers) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = Swift.min(bytes.count, place + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeLast(bytes.count - place) }
            }
        }
        return bytes
    }
}
