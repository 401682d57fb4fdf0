/// CRC-32 as in zip, gzip and the checksums of some tokens (ISO-HDLC: polynomial 0x04C11DB7,
/// reflected, all ones before and after).
public enum CRC32 {
  /// The checksum of these bytes.
  public static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    var crc = UInt32.max
    for i in bytes.indices {
      crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[i])] ^ crc >> 8
    }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in
      crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xedb8_8320
    }
  }
}
