// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A small file system in memory, mounted in a folder, to be filled up or made read-only for real.
///
/// Only root may mount, and not in every container: tests ask `isAvailable` first.
final class SmallDisk {
    let url: URL

    /// Mounts `kilobytes` of space below `folder`.
    init(in folder: TemporaryFolder, kilobytes: Int) throws {
        url = folder.url.appending(path: "disk")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", url.path)
    }

    deinit { try? Self.run("umount", "-l", url.path) }

    /// Forbids all writing from now on.
    func makeReadOnly() throws { try Self.run("mount", "-o", "remount,ro", url.path) }

    /// Whether this process may mount.
    static let isAvailable: Bool = {
        guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
        return (try? SmallDisk(in: folder, kilobytes: 64)) != nil
    }()

    private struct Failed: Error {}

    private static func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Failed() }
    }
}
