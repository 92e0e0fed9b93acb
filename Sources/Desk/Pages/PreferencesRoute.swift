// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// How a reader wants pages to look; kept in cookies, so that nobody has to sign in for it.
enum Preference: String, CaseIterable {
    case theme, size, width

    /// What can be chosen, the usual first.
    var choices: [String] {
        switch self {
        case .theme: ["auto", "light", "dark"]
        case .size: ["normal", "large", "larger"]
        case .width: ["normal", "wide"]
        }
    }

    /// What `request` has chosen.
    func chosen(in request: Request) -> String {
        let value = request.cookies[rawValue]?.value ?? ""
        return choices.contains(value) ? value : choices[0]
    }
}

/// Takes a choice of looks and goes back to the page.
struct PreferencesRoute {
    let workplace: Workplace

    func addRoutes(to router: Router<DeskContext>) {
        router.post("preferences") { request, context in
            let form = try await context.form(of: request)
            var response = workplace.seeOther(Self.local(form["back"]))
            for preference in Preference.allCases {
                guard let value = form[preference.rawValue], preference.choices.contains(value) else { continue }
                response.setCookie(
                    Cookie(
                        name: preference.rawValue, value: value, maxAge: 31_536_000, path: "/", httpOnly: false,
                        sameSite: .lax))
            }
            return response
        }
    }

    /// An address of this Desk; never one of another site.
    static func local(_ address: String?) -> String {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
            address.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return "/" }
        return address
    }
}
