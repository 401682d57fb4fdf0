/// AWS key ids: four letters that tell the kind, then base 32. They hold no checksum, but 0, 1, 8
/// and 9 are no digits of base 32: a key id with one is made up.
enum AWSKeyID {
  static func verify(_ id: [UInt8]) -> ChecksumOutcome {
    guard id.count >= 16, id.starts(with: "A".utf8) else { return .notApplicable }
    return id.dropFirst(4).allSatisfy(isDigit) ? .good : .bad
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(byte)
  }
}
