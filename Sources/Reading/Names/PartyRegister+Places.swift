// SPDX-License-Identifier: Apache-2.0

import Language

extension PartyRegister {
    /// The countries and cities whose officer a person is, or that after which a group is called: "the Finnish delegation".
    func homes(of party: Int) -> [Int] {
        let record = records[party]
        let owners = record.offices.filter { !$0.isPast }.compactMap(\.of).filter {
            [.city, .country].contains(records[$0].kind)
        }
        let named =
            record.kind == .group
            ? record.mentions.compactMap { mention in
                mention.nameTokens.lazy.compactMap {
                    self.place(at: TokenPlace(passage: mention.passage, token: $0))
                }.first
            } : []
        return owners + named
    }

    /// The place that a noun such as "city" stands beside: "Leipzig city", "the port city of Gdansk"; never the country
    /// of "a city of Vietnam".
    func place(calledAt token: Int, in passage: Passage) -> Int? {
        let named = passage.children(of: token, ["compound", "nmod"]).filter { $0 == token - 1 }
        let behind = passage.objects(of: token, behind: passage.words.owning.contains)
        return (named + behind).lazy.compactMap {
            self.place(at: TokenPlace(passage: passage.index, token: $0))
        }.first { self.records[$0].kind == .city || self.records[$0].kind == .place }
    }

    /// Whether a government is that of a country, city or region, by its name: "the Government of Ghana".
    func isGovernment(_ body: Int, of place: Int) -> Bool {
        let government = records[body], owner = records[place]
        guard government.kind == .government, owner.kind.isPlace || owner.kind == .place else { return false }
        let words = NameFolding.words(of: government.name)
        return owner.nameForms.contains { form in
            !form.isEmpty && words.count > form.count
                && (Array(words.prefix(form.count)) == form || Array(words.suffix(form.count)) == form)
        }
    }
}
