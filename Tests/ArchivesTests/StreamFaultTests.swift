import Archives
import CLibArchive
import Testing

struct StreamFaultTests {
  private static let packers: [Packer] = [.gzip, .bzip2, .xz, .zstd]
  private static let text = logText(lines: 3000)

  @Test(arguments: packers, Access.allCases)
  func allMembersAreRead(packer: Packer, access: Access) {
    let parts = [logText(lines: 900, seed: 3), [], Array("last".utf8)]
    let stream = parts.flatMap { packer.pack($0) }
    let seen = walk(stream, access)
    #expect(seen.deliveries == [.init(path: [], bytes: parts.flatMap { $0 })])
    #expect(seen.problems.isEmpty)
  }

  @Test(arguments: packers, Access.allCases)
  func zeroPaddingMeansNothing(packer: Packer, access: Access) {
    let padding = [UInt8](repeating: 0, count: 10_240)
    let member = packer.pack(Self.text)
    let seen = walk(member + padding + member + padding, access)
    #expect(seen.deliveries == [.init(path: [], bytes: Self.text + Self.text)])
    #expect(seen.problems.isEmpty)
  }

  @Test(arguments: packers, Access.allCases)
  func garbageIsNoted(packer: Packer, access: Access) {
    let member = packer.pack(Self.text)
    let seen = walk(member + member + Array("garbage".utf8), access)
    #expect(seen.deliveries == [.init(path: [], bytes: Self.text + Self.text)])
    #expect(seen.problems == [.init(path: [], fault: .trailingBytes)])
  }

  @Test(arguments: packers, [1, 2, 4, 9])
  func aCutStreamDeliversWhatDecodes(packer: Packer, tenths: Int) {
    // Three members of one block each, so that formats which decode by block have some.
    let stream = Self.pack3(packer)
    let all = Self.text + Self.text + Self.text
    let cut = stream.count * tenths / 10
    for access in Access.allCases {
      let seen = walk(Array(stream.prefix(cut)), access)
      #expect(seen.deliveries.map(\.fault) == [.truncated])
      let bytes = seen.deliveries[0].bytes
      guard tenths >= 4 || packer == .gzip else { continue }
      #expect(all.starts(with: bytes))
      #expect(bytes.count >= Self.text.count * (tenths * 3 / 10))
      // Deflate loses at most the symbol that was cut.
      if packer == .gzip { #expect(bytes.count * 10 > all.count * tenths * 8 / 10) }
    }
  }

  private static func pack3(_ packer: Packer) -> [UInt8] {
    let one = packer.pack(text)
    return one + one + one
  }

  @Test func aCutShorterThanAnyContentIsDeliveredRaw() {
    let gz = Packer.gzip.pack(Self.text)
    let seen = walk(Array(gz.prefix(11)), .stream)
    #expect(seen.deliveries == [.init(path: [], bytes: Array(gz.prefix(11)), fault: .truncated)])
  }

  @Test(arguments: [-8, -4], Access.allCases)
  func aWrongGzipChecksumOrLengthCostsNothing(place: Int, access: Access) {
    var gz = Packer.gzip.pack(Self.text)
    gz[gz.count + place] ^= 1
    let damaged = Recorder.Delivery(path: [], bytes: Self.text + Self.text, fault: .damaged)
    // The next member is found behind it.
    let seen = walk(gz + Packer.gzip.pack(Self.text), access)
    #expect(seen.deliveries == [damaged])
    #expect(seen.problems.isEmpty)
  }

  @Test(arguments: Access.allCases)
  func aWrongZstdChecksumCostsNothing(access: Access) {
    let text = Self.text + noiseBytes(300_000)
    var zst = zstdWithChecksum(text)
    zst[zst.count - 1] ^= 1
    let seen = walk(zst + zstdWithChecksum([7]), access)
    #expect(seen.deliveries == [.init(path: [], bytes: text + [7], fault: .damaged)])
  }

  private func zstdWithChecksum(_ bytes: [UInt8]) -> [UInt8] {
    let context = unsafe ZSTD_createCCtx()
    defer { unsafe ZSTD_freeCCtx(context) }
    _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let room = output.count
    let count = unsafe ZSTD_compress2(context, &output, room, bytes, bytes.count)
    return Array(output.prefix(count))
  }

  @Test(arguments: packers)
  func damageInTheMiddleKeepsWhatStoodBefore(packer: Packer) {
    var stream = Self.pack3(packer)
    let place = stream.count / 2
    for index in place..<place + 40 { stream[index] = ~stream[index] }
    let seen = walk(stream)
    #expect(seen.deliveries.map(\.fault) == [.damaged])
    let bytes = seen.deliveries[0].bytes
    #expect(bytes.starts(with: Self.text))
  }

  @Test func aMarkerWithoutAStreamIsDeliveredRaw() {
    for marker in [
      [0x1F, 0x8B, 8, 0], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
    ]
      as [[UInt8]]
    {
      let bytes = marker + [UInt8](repeating: 0xFF, count: 100_000)
      for access in Access.allCases {
        let seen = walk(bytes, access)
        #expect(seen.deliveries == [.init(path: [], bytes: bytes, fault: .unreadable)])
      }
    }
  }

  @Test func aWindowOf2GiBIsRefused() {
    // RFC 8878 §3.1.1.1.2: the exponent above 10 in the upper five bits; then an empty block.
    let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 21 << 3, 1, 0, 0]
    #expect(
      walk(frame).deliveries == [.init(path: [], bytes: frame, fault: .limited(.memory))])
  }

  @Test func skippableFramesAreSkipped() {
    let frame: [UInt8] = [0x5F, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    let zst = Packer.zstd.pack(Self.text)
    for stream in [frame + zst, zst + frame, frame + zst + frame + zst] {
      let seen = walk(stream, .stream)
      #expect(seen.deliveries.count == 1 && seen.problems.isEmpty)
      #expect(seen.deliveries[0].fault == nil && seen.deliveries[0].bytes.starts(with: Self.text))
    }
  }

  @Test func aCutTarInAStreamKeepsItsFirstMembers() {
    let tar = Packer.ustar.pack([Packed("a", Self.text), Packed("b", noiseBytes(200_000))])
    let gz = Packer.gzip.pack(tar)
    let seen = walk(Array(gz.prefix(gz.count - 50_000)), .stream)
    #expect(seen.contents["a"] == Self.text)
    #expect(seen.deliveries.map(\.fault) == [nil, .truncated])
    #expect((seen.contents["b"] ?? []).count > 100_000)
  }

  @Test func aWrongChecksumAroundAContainerIsReported() {
    var gz = Packer.gzip.pack(Packer.ustar.pack([Packed("a", Self.text)]))
    gz[gz.count - 8] ^= 1
    let zip = Packer.zip.pack([Packed("in.tgz", gz), Packed("b", [1])])
    let seen = walk(zip)
    #expect(seen.contents == ["in.tgz!a": Self.text, "b": [1]])
    #expect(seen.problems == [.init(path: [Array("in.tgz".utf8)], fault: .damaged)])
  }
}
