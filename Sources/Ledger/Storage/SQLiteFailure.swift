// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension LedgerError {
    /// Translates what SQLite or GRDB reported about the ledger at `path`.
    init(_ error: any Error, path: String) {
        if let error = error as? LedgerError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(
                Self.code(of: error.resultCode, path: path), path: path,
                detail: Self.detail(of: error, path: path))
        } else if let error = error as? UnknownWord {
            self.init(.damaged, path: path, detail: "\(error)")
        } else if error is DecodingError || error is RowDecodingError {
            self.init(.damaged, path: path, detail: "a stored value cannot be read back")
        } else {
            self.init(.failed, path: path, detail: "\(error)")
        }
    }

    private static func code(of result: ResultCode, path: String) -> Code {
        switch result {
        case .SQLITE_NOTADB: .notADatabase
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
        case .SQLITE_CANTOPEN: canTakeFiles(folderOf(path)) ? .cannotOpen : .readOnly
        case .SQLITE_FULL: .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_CORRUPT: .damaged
        default: .failed
        }
    }

    private static func detail(of error: DatabaseError, path: String) -> String {
        let words = error.message ?? "no message"
        switch error.resultCode {
        case .SQLITE_CANTOPEN:
            return "\(folderOf(path)) \(state(ofFolder: folderOf(path))) (\(words))"
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED,
            .SQLITE_NOTADB, .SQLITE_CORRUPT:
            return words
        default:
            return "\(words) (SQLite result \(error.extendedResultCode.rawValue))"
        }
    }

    private static func folderOf(_ path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// A missing folder, or a file in its place, is a wrong path; only a folder that exists can be read-only.
    private static func canTakeFiles(_ folder: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return true
        }
        return FileManager.default.isWritableFile(atPath: folder)
    }

    private static func state(ofFolder folder: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return "does not exist" }
        guard isFolder.boolValue else { return "is not a folder" }
        return FileManager.default.isWritableFile(atPath: folder) ? "is a writable folder" : "is read-only"
    }
}
