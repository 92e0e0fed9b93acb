// SPDX-License-Identifier: Apache-2.0

import HTML

/// Finds headings that show the site's name and lead to its front page: no titles of articles.
enum SiteLogo {
    /// Nodes of the largest heading that is looked at.
    private static let largest = 20

    /// The headings of the first three levels that are one link to the front page.
    static func headings(in tree: HTMLTree) -> [Int] {
        tree.nodes.indices.filter { index in
            guard let level = tree.nodes[index].tag?.headingLevel, level <= 3,
                tree.nodes[index].end - index <= largest
            else { return false }
            guard let link = tree.first(.a, in: index), leadsHome(link, in: tree) else { return false }
            let text = tree.text(of: index)
            return !text.isEmpty && tree.text(of: link) == text
        }
    }

    private static func leadsHome(_ link: Int, in tree: HTMLTree) -> Bool {
        if tree.attribute(.rel, of: link)?.lowercased() == "home" { return true }
        guard let address = tree.attribute(.href, of: link) else { return false }
        if ["/", "./", "../"].contains(address) { return true }
        // Archives put their own address in front.
        guard let scheme = address.lastPlace(of: "://") else { return false }
        guard let path = address[scheme.upperBound...].firstIndex(of: "/") else { return true }
        return address[path...] == "/"
    }
}
