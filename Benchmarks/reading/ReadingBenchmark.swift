// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language
import Pages
import Reading
import Synchronization

/// Measures what reading adds to the language runtime on the same pages, and what batches over documents save.
///
///     reading-benchmark MODEL FOLDER > figures.json
///
/// FOLDER holds pages in HTML. Times are processor time of this process in seconds, on one thread.
@main
enum ReadingBenchmark {
    private static let rounds = 3

    private struct Figures: Encodable {
        let pages: Int
        let tokens: Int
        /// Everything between an article and its reading, and the part of it that is the language runtime.
        let reading: Double
        let language: Double
        /// The language runtime once more with every word known: page by page, and all pages in one call.
        let pageByPage: Double
        let together: Double
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: reading-benchmark MODEL FOLDER\n".utf8))
            exit(2)
        }
        let folder = URL(filePath: arguments[2])
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
        let articles = try files.map { file in
            try PageReader().article(from: Page(bytes: Array(try Data(contentsOf: file)), location: file.path))
        }
        let pipeline = try Pipeline(model: URL(filePath: arguments[1]))
        let parsing = Parsing(pipeline)
        let reader = try ArticleReader(gazetteer: try Gazetteer.standard(), parse: { parsing.docs($0) })
        let reading = seconds { for article in articles { _ = reader.reading(of: article) } }
        // By turns, and the least of each: the machine may have other work.
        var (pageByPage, together) = (Double.infinity, Double.infinity)
        for _ in 0..<rounds {
            pageByPage = min(pageByPage, seconds { for texts in parsing.pages { _ = pipeline.docs(texts) } })
            together = min(together, seconds { _ = pipeline.docs(parsing.pages.flatMap(\.self)) })
        }
        let figures = Figures(
            pages: articles.count, tokens: parsing.tokens, reading: reading, language: parsing.seconds,
            pageByPage: pageByPage, together: together)
        FileHandle.standardOutput.write(try JSONEncoder().encode(figures))
    }

    /// The processor time that `work` takes.
    fileprivate static func seconds(_ work: () -> Void) -> Double {
        let start = processor()
        work()
        return processor() - start
    }

    private static func processor() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
    }
}

/// The language runtime, with what it was given and how long it took.
private final class Parsing: Sendable {
    private struct State {
        var pages: [[String]] = []
        var tokens = 0
        var seconds = 0.0
    }

    private let pipeline: Pipeline
    private let state = Mutex(State())

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }

    /// The texts of each call.
    var pages: [[String]] { state.withLock(\.pages) }
    var tokens: Int { state.withLock(\.tokens) }
    var seconds: Double { state.withLock(\.seconds) }

    func docs(_ texts: [String]) -> [Doc] {
        var docs: [Doc] = []
        let seconds = ReadingBenchmark.seconds { docs = pipeline.docs(texts) }
        state.withLock { state in
            state.pages.append(texts)
            state.tokens += docs.reduce(0) { $0 + $1.tokens.count }
            state.seconds += seconds
        }
        return docs
    }
}
