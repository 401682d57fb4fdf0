import CLibArchive

/// Writes small archives without the help of any program.
///
/// 7z and the compressed streams come from libarchive, whose writers of tar and zip cannot be linked
/// statically without an XML library: those two are written by hand.
enum Packing {
  static func tar(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var tar: [UInt8] = []
    for member in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
      }
      func octal(_ value: Int, _ digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
      }
      put(member.name, at: 0)
      put("0000644", at: 100)
      put(octal(member.bytes.count, 11), at: 124)
      put(octal(0, 11), at: 136)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar\u{0}00", at: 257)
      put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0}", at: 148)
      tar += header + member.bytes
      tar += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
    }
    return tar + [UInt8](repeating: 0, count: 1024)
  }

  /// A zip of stored members.
  static func zip(_ members: [(name: String, bytes: [UInt8])], flags: UInt16 = 0) -> [UInt8] {
    var zip: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let sum = UInt32(
        unsafe member.bytes.withUnsafeBufferPointer {
          unsafe crc32(0, $0.baseAddress, UInt32($0.count))
        })
      let size = UInt32(member.bytes.count)
      let fields =
        little(20 as UInt16) + little(flags) + little(0 as UInt32) + little(0x5821 as UInt16)
        + little(sum) + little(size) + little(size) + little(UInt16(member.name.utf8.count))
        + little(0 as UInt16)
      directory += [0x50, 0x4B, 1, 2] + little(20 as UInt16) + fields
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(zip.count)) + member.name.utf8
      zip += [0x50, 0x4B, 3, 4] + fields + member.name.utf8 + member.bytes
    }
    let start = UInt32(zip.count)
    zip += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(members.count))
    zip += little(UInt16(members.count)) + little(UInt32(directory.count)) + little(start)
    return zip + [0, 0]
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    unsafe stream(bytes) { unsafe archive_write_add_filter_gzip($0) }
  }
  static func bzip2(_ bytes: [UInt8]) -> [UInt8] {
    unsafe stream(bytes) { unsafe archive_write_add_filter_bzip2($0) }
  }
  static func xz(_ bytes: [UInt8]) -> [UInt8] {
    unsafe stream(bytes) { unsafe archive_write_add_filter_xz($0) }
  }
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    unsafe stream(bytes) { unsafe archive_write_add_filter_zstd($0) }
  }
  static func sevenZip(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    unsafe write(name, bytes) { unsafe archive_write_set_format_7zip($0) }
  }

  private static func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func stream(_ bytes: [UInt8], _ filter: (OpaquePointer?) -> CInt) -> [UInt8] {
    unsafe write("data", bytes) { archive in
      unsafe archive_write_set_format_raw(archive)
      return unsafe filter(archive)
    }
  }

  private final class Output {
    var bytes: [UInt8] = []
  }

  private static func write(
    _ name: String, _ bytes: [UInt8], _ setUp: (OpaquePointer?) -> CInt
  ) -> [UInt8] {
    let archive = unsafe archive_write_new()
    defer { unsafe archive_write_free(archive) }
    precondition(unsafe setUp(archive) == ARCHIVE_OK)
    unsafe archive_write_set_bytes_in_last_block(archive, 1)
    let output = Output()
    let client = unsafe Unmanaged.passUnretained(output).toOpaque()
    unsafe archive_write_open(
      archive, client, nil,
      { _, client, start, count in
        let output = unsafe Unmanaged<Output>.fromOpaque(client!).takeUnretainedValue()
        unsafe output.bytes += UnsafeRawBufferPointer(start: start, count: count)
        return count
      }, nil)
    let entry = unsafe archive_entry_new()
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, name)
    unsafe archive_entry_set_perm(entry, 0o644)
    unsafe archive_entry_set_filetype(entry, 0o100000)
    unsafe archive_entry_set_size(entry, Int64(bytes.count))
    precondition(unsafe archive_write_header(archive, entry) == ARCHIVE_OK)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe archive_write_data(archive, $0.baseAddress, $0.count)
      }
      precondition(count > 0)
      rest = rest.dropFirst(count)
    }
    unsafe archive_write_close(archive)
    return output.bytes
  }
}
