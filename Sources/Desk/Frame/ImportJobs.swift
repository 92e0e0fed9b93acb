// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Pages that are being added, one after the other, and what came of them.
final class ImportJobs: Sendable {
    /// One lot of inputs.
    struct Job: Sendable {
        /// How many inputs there are.
        let total: Int
        /// How many are finished.
        var finished = 0
        /// What came of each page, in order.
        var outcomes: [DeskTools.Outcome] = []
        /// Whether all are.
        var isDone: Bool { finished >= total }
    }

    private let jobs = Mutex<[String: Job]>([:])
    private let order = Mutex<[String]>([])
    private let queue = DispatchQueue(label: "imports")

    private static let remembered = 100

    /// Begins to add `inputs`; gives the id of the job.
    func start(_ inputs: [DeskTools.Input], _ tools: DeskTools) -> String {
        let id = UUID().uuidString.lowercased()
        jobs.withLock { $0[id] = Job(total: inputs.count) }
        let old = order.withLock { order -> [String] in
            order.append(id)
            let surplus = order.count - Self.remembered
            guard surplus > 0 else { return [] }
            defer { order.removeFirst(surplus) }
            return Array(order.prefix(surplus))
        }
        jobs.withLock { jobs in for id in old { jobs[id] = nil } }
        queue.async { [self] in
            for input in inputs {
                do {
                    try tools.add(input) { outcome in change(id) { $0.outcomes.append(outcome) } }
                } catch {
                    let outcome = DeskTools.Outcome(
                        name: Self.name(input), state: nil, reason: DeskTools.Reason(error))
                    change(id) { $0.outcomes.append(outcome) }
                }
                change(id) { $0.finished += 1 }
            }
        }
        return id
    }

    /// How far a job has come; `nil` for one that is not known or was forgotten.
    func job(_ id: String) -> Job? { jobs.withLock { $0[id] } }

    private func change(_ id: String, _ change: (inout Job) -> Void) {
        jobs.withLock { jobs in
            guard var job = jobs[id] else { return }
            change(&job)
            jobs[id] = job
        }
    }

    private static func name(_ input: DeskTools.Input) -> String {
        switch input {
        case .address(let address): address
        case .file(let name, _): name
        }
    }
}
