// SPDX-License-Identifier: Apache-2.0

import CCurl
import Foundation

/// One request after the other by libcurl: one answer each, no redirects followed.
///
/// Names are looked up by libcurl; every address that it is about to connect to is judged first, so that a name that
/// changes its address between two look-ups gains nothing. Proxies of the environment are not used: behind one the
/// address could not be judged.
final class Transport {
    /// What a server answered.
    struct Answer {
        var status: Int
        var headers: HTTPHeaders
        var body: [UInt8]
    }

    private let handle: UnsafeMutableRawPointer
    private let guarded: UnsafeMutablePointer<ccurl_guard>
    private let reception: Reception

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Prepares to fetch; `nil` where there is no memory for it.
    init?(userAgent: String, mayReach: @escaping (NetworkAddress) -> Bool, interruption: Interruption) {
        guard Self.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        reception = Reception(handle: handle, mayReach: mayReach, interruption: interruption)
        guarded = .allocate(capacity: 1)
        let context = Unmanaged.passUnretained(reception).toOpaque()
        guarded.initialize(
            to: ccurl_guard(context: context) { context, address in
                guard let address, let reception = Reception.from(context) else { return 0 }
                return reception.allows(address) ? 1 : 0
            })
        ccurl_set_guard(handle, guarded)
        ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_text(handle, CURLOPT_PROXY, "")
        ccurl_set_text(handle, CURLOPT_USERAGENT, userAgent)
        // All codings that this libcurl knows; it unpacks them piece by piece.
        ccurl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
        for (option, value) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NOPROGRESS, 0), (CURLOPT_HTTPGET, 1),
            // What a server sends beyond its answer must not be taken for the next one.
            (CURLOPT_FORBID_REUSE, 1),
        ] {
            ccurl_set_number(handle, option, value)
        }
        ccurl_set_pointer(handle, CURLOPT_XFERINFODATA, context)
        ccurl_set_progress(handle) { context, _, _, _, _ in
            Reception.from(context)?.isInterrupted == false ? 0 : 1
        }
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let reception = Reception.from(context) else { return 0 }
            return reception.take(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
        }
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let reception = Reception.from(context) else { return 0 }
            return reception.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
        }
    }

    deinit {
        curl_easy_cleanup(handle)
        guarded.deinitialize(count: 1)
        guarded.deallocate()
    }

    /// Asks for `address` and waits for the whole answer, whatever its status.
    ///
    /// `fields` are header lines without their end.
    func get(_ address: WebAddress, fields: [String], limits: FetchLimits) throws(GatheringError) -> Answer {
        reception.begin(limits: limits)
        var list: UnsafeMutablePointer<curl_slist>?
        for field in fields { list = curl_slist_append(list, field) ?? list }
        defer { curl_slist_free_all(list) }
        ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, list)
        ccurl_set_text(handle, CURLOPT_URL, address.text)
        ccurl_set_text(handle, CURLOPT_USERNAME, address.credentials?.user)
        ccurl_set_text(handle, CURLOPT_PASSWORD, address.credentials?.password)
        ccurl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connectTime.milliseconds)
        ccurl_set_number(handle, CURLOPT_TIMEOUT_MS, limits.time.milliseconds)
        ccurl_set_number(handle, CURLOPT_MAXFILESIZE, limits.bytes)
        let code = curl_easy_perform(handle)
        // The list is freed before the next request sets another.
        ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, nil)
        guard code == CURLE_OK else {
            throw GatheringError(problem(code, address: address, limits: limits), location: address.text)
        }
        return Answer(
            status: ccurl_number(handle, CURLINFO_RESPONSE_CODE), headers: reception.headers, body: reception.body)
    }

    private func problem(_ code: CURLcode, address: WebAddress, limits: FetchLimits) -> GatheringError.Problem {
        let words = String(cString: curl_easy_strerror(code)).lowercased()
        if let refusal = reception.refusal { return refusal }
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: return .stopped
        case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(address.host)
        case CURLE_OPERATION_TIMEDOUT: return .timeout(seconds: limits.time.milliseconds / 1000)
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: limits.bytes)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            return .untrusted(reason: words)
        case CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR: return .connection(reason: words)
        case CURLE_URL_MALFORMAT: return .invalidAddress(reason: words)
        default: return .brokenAnswer(reason: words)
        }
    }
}

extension Duration {
    /// The whole milliseconds.
    var milliseconds: Int { Int(self / .milliseconds(1)) }
}
