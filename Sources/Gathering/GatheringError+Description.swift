// SPDX-License-Identifier: Apache-2.0

extension GatheringError: CustomStringConvertible {
    /// One line: code, place, what happened, what to do.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        return "\(code.rawValue) \(place)\(what); \(advice)"
    }

    private var what: String {
        switch problem {
        case .invalidAddress(let reason): "this is no URL that can be fetched: \(reason)"
        case .unsupportedScheme(let scheme): "\(scheme): is not fetched"
        case .privateAddress(let address): "the host's address \(address) is not of the public internet"
        case .unknownHost(let host): "no address is known for \(host)"
        case .connection(let reason): "no connection: \(reason)"
        case .timeout(let seconds): "the answer was not complete after \(seconds) seconds"
        case .tooLarge(let limit): "there are more than the \(limit) bytes that are taken"
        case .compressionBomb(let limit): "the compressed data unpacks to more than \(limit) times its size"
        case .redirects(let limit): "more than \(limit) redirects"
        case .status(let status, nil): "the server answered with status \(status)"
        case .status(let status, let time?): "the server answered with status \(status), to be asked again: \(time)"
        case .disallowed(let robots): "\(robots) asks programs to leave this page alone"
        case .robotsUnreachable(let reason):
            "the site's robots.txt cannot be read, so nothing may be fetched: \(reason)"
        case .brokenAnswer(let reason): "the answer is broken: \(reason)"
        case .untrusted(let reason): "the server cannot prove who it is: \(reason)"
        case .stopped: "the program was told to stop"
        case .notAFeed: "this is no RSS, Atom or JSON feed, sitemap or OPML list"
        case .damagedFeed(let line, let reason): "the feed is damaged at line \(line): \(reason)"
        case .damagedRecord(let offset, let reason): "the record at byte \(offset) is damaged: \(reason)"
        case .missingTool(let name, _): "\(name) is not installed, which reads such documents"
        case .failedTool(let name, let reason): "\(name) could not read it: \(reason)"
        case .unreadable(let reason): reason
        case .missingResource(let name): "the program's file \(name) is missing or damaged"
        }
    }

    private var advice: String {
        switch problem {
        case .invalidAddress: "give a whole one, such as https://example.org/news/1"
        case .unsupportedScheme: "only http and https are"
        case .privateAddress: "say --allow-private if you mean it"
        case .unknownHost: "check the spelling and the network"
        case .connection, .timeout: "try again later"
        case .tooLarge: "save what you need of it and read that"
        case .compressionBomb: "leave it alone"
        case .redirects: "look at the page in a browser and give the URL it ends at"
        case .status(let status, _): status >= 500 || status == 429 ? "try again later" : "check the URL in a browser"
        case .disallowed: "ask the site's owner, or save the page in a browser"
        case .robotsUnreachable: "try again later"
        case .brokenAnswer: "try again, or save the page in a browser"
        case .untrusted: "check the URL and the machine's clock"
        case .stopped: "run the same command again to go on"
        case .notAFeed: "use entente add for a page"
        case .damagedFeed: "what stands before it was read"
        case .damagedRecord: "it was passed over"
        case .missingTool(_, let package): "install the package \(package)"
        case .failedTool: "open it in its own program and save it again, or as text"
        case .unreadable: "check the path and its permissions"
        case .missingResource: "install the program again together with its resource folders"
        }
    }
}
