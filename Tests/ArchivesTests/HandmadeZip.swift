import CLibArchive

/// A zip whose every field can lie.
struct HandmadeZip {
  struct Member {
    var name: [UInt8]
    var bytes: [UInt8]
    var isDeflated = true
    var flags: UInt16 = 0
    var date: UInt16 = 0x5821
    var crc: UInt32?
    var localSizes: (compressed: UInt32, full: UInt32)?
    var centralSizes: (compressed: UInt32, full: UInt32)?
    var method: UInt16?
    /// Spoils the stored form.
    var body: (inout [UInt8]) -> Void = { _ in }
    var hasDescriptor = false
    /// Puts the sizes into the extra field of zip64.
    var isZip64 = false

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = Array(name.utf8)
      self.bytes = bytes
    }
  }

  var members: [Member]
  var hasDirectory = true
  /// The offset that the directory gives each member, if not its own.
  var directoryOffsets: [UInt32]?
  var comment: [UInt8] = []

  func build() -> [UInt8] {
    var zip: [UInt8] = []
    var directory: [UInt8] = []
    for (index, member) in members.enumerated() {
      let offset = directoryOffsets?[index] ?? UInt32(zip.count)
      var body = member.isDeflated ? deflated(member.bytes) : member.bytes
      let sizes = (compressed: UInt32(body.count), full: UInt32(member.bytes.count))
      let told = member.isZip64 ? (compressed: UInt32.max, full: UInt32.max) : sizes
      member.body(&body)
      let crc = member.crc ?? checksum(member.bytes)
      let flags = member.flags | (member.hasDescriptor ? 8 : 0)
      let method = member.method ?? (member.isDeflated ? 8 : 0)
      let extra: [UInt8] =
        member.isZip64
        ? [1, 0, 16, 0] + little(UInt64(sizes.full)) + little(UInt64(sizes.compressed)) : []
      func fields(_ sizes: (compressed: UInt32, full: UInt32), _ crc: UInt32) -> [UInt8] {
        little(20 as UInt16) + little(flags) + little(method) + little(0 as UInt16)
          + little(member.date) + little(crc) + little(sizes.compressed) + little(sizes.full)
          + little(UInt16(member.name.count)) + little(UInt16(extra.count))
      }
      let local = member.hasDescriptor ? (0, 0) : member.localSizes ?? told
      zip += [0x50, 0x4B, 3, 4] + fields(local, member.hasDescriptor ? 0 : crc) + member.name
      zip += extra + body
      if member.hasDescriptor {
        zip += [0x50, 0x4B, 7, 8] + little(crc) + little(sizes.compressed) + little(sizes.full)
      }
      directory += [0x50, 0x4B, 1, 2] + little(20 as UInt16)
      directory += fields(member.centralSizes ?? told, crc)
      directory += [UInt8](repeating: 0, count: 10) + little(offset) + member.name + extra
    }
    guard hasDirectory else { return zip }
    let start = UInt32(zip.count)
    zip += directory
    zip += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(members.count))
    zip += little(UInt16(members.count)) + little(UInt32(directory.count)) + little(start)
    zip += little(UInt16(comment.count)) + comment
    return zip
  }
}

func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
  (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

func checksum(_ bytes: [UInt8]) -> UInt32 {
  UInt32(unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) })
}

/// Raw deflate, the body of a zip member.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var stream = unsafe z_stream()
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 64)
  let size = unsafe Int32(MemoryLayout<z_stream>.size)
  unsafe deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
  defer { unsafe deflateEnd(&stream) }
  var input = bytes
  let count = unsafe input.withUnsafeMutableBufferPointer { from in
    unsafe output.withUnsafeMutableBufferPointer { to in
      unsafe stream.next_in = from.baseAddress
      unsafe stream.avail_in = UInt32(from.count)
      unsafe stream.next_out = to.baseAddress
      unsafe stream.avail_out = UInt32(to.count)
      precondition(unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END)
      return unsafe to.count - Int(stream.avail_out)
    }
  }
  return Array(output.prefix(count))
}
