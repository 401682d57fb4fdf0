/// The mode of a file in a tree or an index.
public struct FileMode: Sendable, Hashable {
  /// The number, as in git's octal notation: `0o100644`.
  public let bits: UInt32

  /// A mode.
  public init(bits: UInt32) { self.bits = bits }

  /// Reads octal digits; `nil` for anything else.
  init?(octal: some Collection<UInt8>) {
    guard (1...7).contains(octal.count) else { return nil }
    var bits: UInt32 = 0
    for digit in octal {
      guard (0x30...0x37).contains(digit) else { return nil }
      bits = bits << 3 | UInt32(digit - 0x30)
    }
    self.bits = bits
  }

  /// Whether the entry is a commit of a submodule; its object is not in this repository.
  public var isSubmodule: Bool { bits & 0o170000 == 0o160000 }

  /// Whether the blob holds the target of a symbolic link.
  public var isSymbolicLink: Bool { bits & 0o170000 == 0o120000 }

  /// Whether the entry is a file.
  var isFile: Bool { bits & 0o170000 == 0o100000 }

  /// Whether the entry is a directory.
  public var isTree: Bool { bits & 0o170000 == 0o040000 }
}
