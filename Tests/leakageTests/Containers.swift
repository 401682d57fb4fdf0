/// More containers, written without the help of any program: nothing in them is compressed.
extension Packing {
  /// A tar archive of plain files (POSIX.1-1988, "ustar").
  static func tar(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    for member in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
      }
      let size = String(member.bytes.count, radix: 8)
      put(member.name, at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
      put("00000000000", at: 136)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar", at: 257)
      put("00", at: 263)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum, at: 148)
      header[154] = 0
      archive += header + member.bytes
      archive += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1_024)
  }

  /// A zstd frame of raw blocks (RFC 8878).
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    // No dictionary, no checksum, a window of 8 MiB.
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x68]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(128 << 10)
      rest = rest.dropFirst(block.count)
      let header = UInt32(block.count) << 3 | (rest.isEmpty ? 1 : 0)
      frame += (0..<3).map { UInt8(truncatingIfNeeded: header >> ($0 * 8)) } + block
    } while !rest.isEmpty
    return frame
  }
}
