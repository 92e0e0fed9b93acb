// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// The parser's sources are here by a link, so that nothing else of the project is fetched or built.
let package = Package(
    name: "parser-speed",
    targets: [
        .target(name: "HTML"),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .executableTarget(name: "parse", dependencies: ["HTML", "CGumbo"]),
    ]
)
