// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// One part of the Desk that the heading of each page leads to.
enum DeskSection: String, CaseIterable {
    case today, pairs, search, review, add, briefs

    /// Where it begins.
    var address: String {
        switch self {
        case .today: "/"
        case .pairs: "/pairs"
        case .search: "/search"
        case .review: "/review"
        case .add: "/add"
        case .briefs: "/briefs"
        }
    }
}

extension Workplace {
    /// The page that `template` makes of `view`, in the frame of all pages.
    ///
    /// `title` is text; `section` is the part of the Desk that is marked as the one shown; `libraries` are loaded as well.
    func page(
        _ template: String, _ view: View, title: String, section: DeskSection? = nil, status: HTTPResponse.Status = .ok,
        with libraries: [PageLibrary] = [], for request: Request, _ context: DeskContext
    ) throws(DeskError) -> Response {
        let words = try words(context.language)
        let query = QueryFields(request.uri.query)
        let sections = DeskSection.allCases.map { part -> View in
            [
                "address": .text(part.address), "name": .text(words["section.\(part.rawValue)"]),
                "isCurrent": .flag(part == section),
            ]
        }
        let languages = PageLanguage.allCases.map { language -> View in
            [
                "code": .text(language.rawValue), "name": .text(words["language.\(language.rawValue)"]),
                "isCurrent": .flag(language == context.language),
                "address": .text("?" + query.setting("lang", to: language.rawValue).text),
            ]
        }
        var frame: View = [
            "w": .words(words), "lang": .text(context.language.rawValue), "title": .text(title),
            "sections": .list(sections), "languages": .list(languages),
            "user": .optional(context.user?.name), "hasAccount": .flag(context.user != nil && door.accounts != nil),
            "mayKeepAccounts": .flag(context.user?.role == .admin && door.accounts != nil),
            "mayEdit": .flag((context.user?.role ?? .viewer) >= .editor),
            "token": .text(context.formToken), "here": .text(request.uri.string),
            "sheets": addresses([PageLibrary.base] + libraries.flatMap(\.sheets) + ["desk.css"]),
            "scripts": addresses(["desk.js"] + libraries.flatMap(\.scripts)),
            "icon": .text(files.address(of: "icon.svg")),
        ]
        for preference in Preference.allCases {
            let chosen = preference.chosen(in: request)
            frame[preference.rawValue] = chosen == preference.choices[0] ? View.Value.none : .text(chosen)
            frame["\(preference.rawValue)s"] = .list(
                preference.choices.map { choice in
                    [
                        "code": .text(choice), "name": .text(words["preferences.\(preference.rawValue)_\(choice)"]),
                        "isChosen": .flag(choice == chosen),
                    ]
                })
        }
        let text = try templates.render(template, frame.merging(view))
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: context.language.rawValue],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func addresses(_ names: [String]) -> View.Value {
        .list(names.filter(files.has).map { ["address": .text(files.address(of: $0))] })
    }

    /// Sends the reader on to `address` after a form was taken.
    func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
