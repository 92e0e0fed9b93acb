// SPDX-License-Identifier: Apache-2.0

import Asking
import Briefing
import Hummingbird
import Ledger

/// Turns what goes wrong into a page that says what, and what to do.
struct ErrorPages: RouterMiddleware {
    let workplace: Workplace

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let failure = Failure(error)
            if failure.status.kind == .serverError { context.logger.error("\(error)") }
            let message = failure.message(in: try workplace.words(context.language))
            return try workplace.page(
                "failure",
                [
                    "status": .text(String(failure.status.code)), "message": .text(message),
                    "code": .optional(failure.code), "isMissing": .flag(failure.status == .notFound),
                ],
                title: message, status: failure.status, for: request, context)
        }
    }
}

/// What a reader is told about an error.
package struct Failure: Sendable {
    /// The status of the answer.
    package let status: HTTPResponse.Status
    /// A sentence about what happened and one about what to do.
    package let message: String
    /// The stable code, where the error has one.
    package let code: String?

    /// Describes `error`; what nobody outside should know is left out.
    package init(_ error: any Error) {
        switch error {
        case let error as DeskError:
            status = error.code.status
            message = Self.sentences(error.code.meaning, error.detail, error.code.remedy)
            code = error.code.rawValue
        case let error as LedgerError:
            switch error.code {
            case .unknownSource, .unknownId: status = .notFound
            case .unsuitedJudgement, .unsuitedEntry, .unsuitedValue: status = .badRequest
            case .busy: status = .serviceUnavailable
            case .readOnly: status = .forbidden
            default: status = .internalServerError
            }
            message = Self.sentences(error.code.meaning, error.detail, error.code.remedy)
            code = error.code.rawValue
        case let error as BriefingError:
            switch error.code {
            case .unknownParty, .nothingToExport: status = .notFound
            case .missingProgram: status = .serviceUnavailable
            default: status = .internalServerError
            }
            message = Self.sentences(error.code.meaning, error.detail, error.code.remedy)
            code = error.code.rawValue
        case let error as AccessError:
            status = error.code.status
            message = Self.sentences(error.code.meaning, error.detail, error.code.remedy)
            code = error.code.rawValue
        case let error as AskingError:
            status = error.code == .empty ? .badRequest : .internalServerError
            message = Self.sentences(error.code.meaning, error.detail, error.code.remedy)
            code = error.code.rawValue
        case let error as HTTPError:
            status = error.status
            message = error.body ?? error.status.reasonPhrase
            code = nil
        default:
            status = .internalServerError
            message = HTTPResponse.Status.internalServerError.reasonPhrase
            code = nil
        }
    }

    /// The message in the language of a page: the error's own words where that is English, else what the catalogue has
    /// for its code or kind.
    package func message(in words: Words) -> String {
        if words.language == .english, code != nil { return message }
        if let text = code.flatMap({ words.failure($0) }) { return text }
        let key = "failure.statuses.s\(status.code)"
        let text = words[key]
        if text != key { return text }
        return words[status.kind == .serverError ? "failure.statuses.s500" : "failure.statuses.s400"]
    }

    private static func sentences(_ meaning: String, _ detail: String, _ remedy: String) -> String {
        "\(meaning)\(detail.isEmpty ? "" : ": \(detail)"). \(remedy)."
    }
}
