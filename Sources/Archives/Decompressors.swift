extension ArchiveKind {
  /// - Parameter memory: the most that the decompressor of xz or zstd may take, in bytes.
  /// - Returns: nil for a container, and when there is no memory for it.
  func decompressor(memory: Int) -> (any Decompressor)? {
    switch self {
    case .gzip: GzipDecompressor()
    case .bzip2: Bzip2Decompressor()
    case .xz: XZDecompressor(memory: memory)
    case .zstd: ZstdDecompressor(memory: memory)
    case .zip, .tar, .sevenZip: nil
    }
  }
}
