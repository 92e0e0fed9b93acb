// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Bodies of pages that the libraries of Brotli 1.2 and Zstandard 1.5 for Python packed.
enum PackedBodies {
    /// `ArchiveWriter.body(1)`.
    static let brotli = bytes(
        "G1EAMBwHbkxt20lISBih0ovnCWJ5pAF1F8gDJRJE1QZLli9ocOCQE6DPDxoHFAhUAUUNIiLDo7TTHAGCjCUNt/miQiZX/N+jDDpC")
    /// `ArchiveWriter.body(1)`.
    static let zstandard = bytes(
        "KLUv/SBSJQIAMkQOEbA9v7qmGdNasi7Vpalt3lF43Rz93eWOy+HBOgBNDjjzSTpyi18WICkvLZ47tbOodO6KoOFujj4HAgBCGIJloaA=")
    /// `ArchiveWriter.body(1)` in two frames.
    static let zstandardFrames = bytes(
        "KLUv/SAe8QAAPGh0bWw+PGJvZHk+PGFydGljbGU+PGgxPlBhZ2UgKLUv/SA0oQEAMTwvaDE+PHA+T3Nha2EgbWV0IEx5b24uPC9wPjwvYXJ0aWNsZT48L2JvZHk+PC9odG1sPg=="
    )
    /// `ArchiveWriter.body(1)` in a frame that asks for a window of 64 MB.
    static let zstandardWide = bytes(
        "KLUv/QCARQIAMkQPF5BFbbskqiSWBv1NszIFw55uBUtfVcEEP2j17nx1Dpa0BFuDLJUMDFc+6hnNIEkc1TfHSBaQ/jpS4R+06gIAQhiCZaGg")
    /// 3 MiB of blanks.
    static let brotliBlanks = bytes("m///L/glQOKxQCD3/gU=")
    /// 3 MiB of blanks.
    static let zstandardBlanks = bytes(
        "KLUv/aAAADAATAAACCABAPz/ORACAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAMAECA="
    )

    private static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map { [UInt8]($0) } ?? [] }
}
