import Digests

/// Writes small zip archives without the help of any program.
enum Zip {
  /// An archive of members that are stored as they are.
  static func stored(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var zip: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let size = UInt32(member.bytes.count)
      let fields =
        little(20 as UInt16) + little(0 as UInt32) + little(0 as UInt16) + little(0x5821 as UInt16)
        + little(CRC32.checksum(member.bytes.span)) + little(size) + little(size)
        + little(UInt16(member.name.utf8.count)) + little(0 as UInt16)
      directory += [0x50, 0x4B, 1, 2] + little(20 as UInt16) + fields
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(zip.count)) + member.name.utf8
      zip += [0x50, 0x4B, 3, 4] + fields + member.name.utf8 + member.bytes
    }
    let start = UInt32(zip.count)
    zip += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(members.count))
    zip += little(UInt16(members.count)) + little(UInt32(directory.count)) + little(start)
    return zip + [0, 0]
  }

  private static func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
