/// A container or compressed stream that can be opened, recognised by its content alone.
public enum ArchiveKind: Sendable, Hashable, CaseIterable {
  case zip, tar, sevenZip
  case gzip, bzip2, xz, zstd

  /// How many bytes from the start of a file `recognise` wants to see: one tar header.
  public static let prefixLength = 512

  /// Whether it holds named members, as opposed to one stream of bytes without a name.
  public var isContainer: Bool {
    switch self {
    case .zip, .tar, .sevenZip: true
    case .gzip, .bzip2, .xz, .zstd: false
    }
  }

  /// Tells what a file is from its first bytes.
  ///
  /// Each marker is checked as far as the format fixes it, so that a text that begins with `PK`
  /// or `BZh` is no archive. The name of a file is never asked.
  ///
  /// - Parameter prefix: the first `prefixLength` bytes, or all of a shorter file.
  /// - Returns: the kind, or nil for everything that is not opened.
  /// - Complexity: constant; a file that is no archive mostly costs two comparisons.
  public static func recognise(_ prefix: Span<UInt8>) -> ArchiveKind? {
    guard prefix.count >= 4 else { return nil }
    switch prefix[0] {
    case 0x50 where isZip(prefix): return .zip
    case 0x1F where isGzip(prefix): return .gzip
    case 0x42 where isBzip2(prefix): return .bzip2
    case 0xFD where prefix.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]): return .xz
    case 0x28 where prefix.starts(with: [0x28, 0xB5, 0x2F, 0xFD]): return .zstd
    // A skippable frame, RFC 8878 §3.1.2: 16 markers, 0x184D2A50 to 0x184D2A5F.
    case 0x50...0x5F where prefix[1] == 0x2A && prefix[2] == 0x4D && prefix[3] == 0x18:
      return .zstd
    case 0x37 where prefix.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]): return .sevenZip
    default: break
    }
    return TarHeader.isValid(prefix) ? .tar : nil
  }

  /// A local header, an empty archive, or the marker of a split archive followed by a header
  /// (APPNOTE 4.3.7, 4.3.16, 8.5.3 and 8.5.4).
  private static func isZip(_ prefix: Span<UInt8>) -> Bool {
    guard prefix[1] == 0x4B else { return false }
    switch (prefix[2], prefix[3]) {
    case (3, 4): return true
    case (5, 6): return isEmptyZip(prefix)
    case (7, 8), (0x30, 0x30):
      return prefix.count >= 8 && prefix[4] == 0x50 && prefix[5] == 0x4B && prefix[6] == 3
        && prefix[7] == 4
    default: return false
    }
  }

  /// Whether a zip holds nothing but its end record: every count and offset in it is zero.
  static func isEmptyZip(_ prefix: Span<UInt8>) -> Bool {
    guard prefix.count >= 22, prefix[2] == 5, prefix[3] == 6 else { return false }
    for index in 4..<20 where prefix[index] != 0 { return false }
    return true
  }

  /// RFC 1952 §2.3: the marker, deflate, and no reserved flag.
  private static func isGzip(_ prefix: Span<UInt8>) -> Bool {
    prefix[1] == 0x8B && prefix[2] == 8 && prefix[3] & 0xE0 == 0
  }

  /// The marker, a level, and then the marker of a block or of the stream's end (π or √π).
  private static func isBzip2(_ prefix: Span<UInt8>) -> Bool {
    guard prefix.count >= 10, prefix[1] == 0x5A, prefix[2] == 0x68,
      (0x31...0x39).contains(prefix[3])
    else { return false }
    let rest = prefix.extracting(4..<10)
    return rest.starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
      || rest.starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  }
}

extension Span<UInt8> {
  fileprivate func starts(with marker: [UInt8]) -> Bool {
    guard count >= marker.count else { return false }
    for index in marker.indices where self[index] != marker[index] { return false }
    return true
  }
}
