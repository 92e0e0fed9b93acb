// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// Every target of ours is compiled in Swift 6 mode with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "entente",
    products: [
        .executable(name: "entente", targets: ["EntenteCommand"]),
        .library(name: "Language", targets: ["Language"]),
        .library(name: "HTML", targets: ["HTML"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    ],
    targets: [
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CZstandard", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CNetworkKernels"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),

        .target(name: "HTML", swiftSettings: strict),
        .target(name: "Hashing", dependencies: ["CCrypto", "CSodium"], swiftSettings: strict),
        .target(name: "Cooperation", swiftSettings: strict),
        .target(name: "Gazetteer", resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Language", dependencies: ["CNetworkKernels", "Hashing"], resources: [.copy("Resources")],
            swiftSettings: strict),
        .target(
            name: "Pages", dependencies: ["Cooperation", "Hashing", "HTML", "CUchardet", "CCLD2"],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Gathering",
            dependencies: ["Cooperation", "Pages", "CBrotli", "CCurl", "CExpat", "CZlib", "CZstandard"],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Reading",
            dependencies: ["Cooperation", "Language", "Gazetteer", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Ledger",
            dependencies: [
                "Cooperation", "Gazetteer", "Hashing", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Asking",
            dependencies: ["Cooperation", "Language", "Gazetteer", "Ledger", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Briefing",
            dependencies: [
                "Cooperation", "Hashing", "Ledger", "CXLSXWriter", .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Desk",
            dependencies: [
                "Cooperation", "Hashing", "Gazetteer", "Ledger", "Asking", "Briefing", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"), .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"), .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Evaluation", dependencies: ["Cooperation", "CZlib", "Gazetteer", "Pages", "Reading"],
            swiftSettings: strict),
        .executableTarget(
            name: "EntenteCommand",
            dependencies: [
                "Cooperation", "Language", "Pages", "Gathering", "Gazetteer", "Reading", "Ledger", "Asking",
                "Briefing", "Desk", "Evaluation", "Hashing", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "HTMLTests", dependencies: ["HTML", "TestNumbers"], swiftSettings: strict),
        .target(
            name: "TestServer", path: "Tests/TestServer", resources: [.copy("Resources")], swiftSettings: strict),
        .target(name: "TestNumbers", path: "Tests/TestNumbers", swiftSettings: strict),
        .executableTarget(
            name: "ledger-benchmark",
            dependencies: ["Cooperation", "Hashing", "Ledger", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Benchmarks/ledger", exclude: ["compare.py"], swiftSettings: strict),
        .executableTarget(
            name: "reading-benchmark", dependencies: ["Cooperation", "Gazetteer", "Language", "Pages", "Reading"],
            path: "Benchmarks/reading", exclude: ["compare.py", "pipeline.py"], swiftSettings: strict),

        .testTarget(name: "CooperationTests", dependencies: ["Cooperation", "TestNumbers"], swiftSettings: strict),
        .testTarget(name: "GazetteerTests", dependencies: ["Gazetteer"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["Language", "Hashing", "TestNumbers"], resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "PagesTests", dependencies: ["Pages", "Cooperation", "Hashing", "TestNumbers"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(
            name: "GatheringTests", dependencies: ["Gathering", "Cooperation", "Pages", "TestNumbers", "TestServer"],
            swiftSettings: strict),
        .testTarget(
            name: "ReadingTests",
            dependencies: ["Reading", "Cooperation", "Language", "Pages", "Gazetteer", "TestNumbers"],
            exclude: [
                "agreements", "commitments", "engagements", "figures", "institutions", "offices", "programmes",
                "relations", "releases", "statements",
            ].map { "Tellings/\($0).txt" }, swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "Cooperation", "Hashing", "TestNumbers", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation", "Cooperation", "Gazetteer", "Language", "Reading"],
            swiftSettings: strict),
        .testTarget(
            name: "AskingTests",
            dependencies: ["Asking", "Cooperation", "Gazetteer", "Language", "Ledger", "Pages", "Reading"],
            swiftSettings: strict),
        .testTarget(
            name: "BriefingTests", dependencies: ["Briefing", "Cooperation", "Hashing", "Ledger"],
            swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Desk", "Asking", "Cooperation", "HTML", "Hashing", "Ledger",
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(name: "SamplesTests", dependencies: ["Cooperation"], swiftSettings: strict),
        .testTarget(
            name: "EntenteCommandTests",
            dependencies: [
                "EntenteCommand", "Asking", "Briefing", "Desk", "Gathering", "Gazetteer", "HTML", "Language", "Ledger",
                "Pages", "Reading",
                "TestServer",
            ],
            swiftSettings: strict),
    ]
)
