/// Writes small archives without the help of any program: everything is stored, nothing deflated.
enum Packing {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let size = UInt16(block.count)
      packed += [rest.isEmpty ? 1 : 0] + little(size) + little(~size) + block
    } while !rest.isEmpty
    return packed + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
  }

  static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var zip: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let size = UInt32(member.bytes.count)
      let fields =
        little(20 as UInt16) + little(0 as UInt32) + little(0 as UInt16) + little(0x5821 as UInt16)
        + little(checksum(member.bytes)) + little(size) + little(size)
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

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~(0 as UInt32)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
