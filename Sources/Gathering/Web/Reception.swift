// SPDX-License-Identifier: Apache-2.0

import CCurl
import Foundation

/// What comes in while libcurl works on one request, and what is refused of it.
final class Reception {
    /// The header fields of the last answer.
    private(set) var headers = HTTPHeaders()
    /// The bytes of the body, unpacked.
    private(set) var body: [UInt8] = []
    /// Why the request was given up, if it was for a reason of ours.
    private(set) var refusal: GatheringError.Problem?

    private let handle: UnsafeMutableRawPointer
    private let mayReach: (NetworkAddress) -> Bool
    private let interruption: Interruption
    private var limits = FetchLimits()
    private var headerBytes = 0

    init(
        handle: UnsafeMutableRawPointer, mayReach: @escaping (NetworkAddress) -> Bool, interruption: Interruption
    ) {
        self.handle = handle
        self.mayReach = mayReach
        self.interruption = interruption
    }

    /// The reception that libcurl hands back.
    static func from(_ context: UnsafeMutableRawPointer?) -> Reception? {
        context.map { Unmanaged<Reception>.fromOpaque($0).takeUnretainedValue() }
    }

    var isInterrupted: Bool { interruption.isRaised }

    /// Forgets the last request.
    func begin(limits: FetchLimits) {
        self.limits = limits
        headers = HTTPHeaders()
        body = []
        refusal = nil
        headerBytes = 0
    }

    /// Whether a connection to `address` may be made.
    func allows(_ address: UnsafePointer<sockaddr>) -> Bool {
        let address = NetworkAddress(address)
        if let address, mayReach(address) { return true }
        refusal = .privateAddress(address?.description ?? "?")
        return false
    }

    /// Takes one line; `false` ends the request.
    func take(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= limits.headerBytes else {
            refusal = .tooLarge(limit: limits.headerBytes)
            return false
        }
        // A connection was made after all, to another address of the host.
        refusal = nil
        // An answer such as 103 comes before the real one, trailers come after the body.
        if line.starts(with: "HTTP/".utf8) {
            headers = HTTPHeaders()
        } else if body.isEmpty {
            headers.add(line: line)
        }
        return true
    }

    /// Takes a piece; `false` ends the request.
    func take(body piece: UnsafeRawBufferPointer) -> Bool {
        let count = body.count + piece.count
        let received = max(1, Int(ccurl_size(handle, CURLINFO_SIZE_DOWNLOAD_T)))
        if count > 1 << 20, count / received > limits.expansion {
            refusal = .compressionBomb(limit: limits.expansion)
            return false
        }
        guard count <= limits.bytes else {
            refusal = .tooLarge(limit: limits.bytes)
            return false
        }
        body.append(contentsOf: piece)
        return true
    }
}
