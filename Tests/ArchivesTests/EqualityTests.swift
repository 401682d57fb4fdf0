import Archives
import Testing

/// What is scanned does not depend on how it was packed.
struct EqualityTests {
  @Test(arguments: Access.allCases)
  func everyPackingOfOneLogDeliversTheSameBytes(access: Access) {
    let text = logText(lines: 6000)
    let half = text.count / 2
    let member = [Packed("a.log", text)]
    let gz = Packer.gzip.pack(text)
    let packings: [[UInt8]] = [
      text, gz, Packer.gzip.pack(Array(text[..<half])) + Packer.gzip.pack(Array(text[half...])),
      Packer.zip.pack(member), Packer.storedZip.pack(member),
      HandmadeZip(members: [.init("a.log", text)]).build(),
      Packer.zstd.pack(Packer.pax.pack(member)), Packer.xz.pack(Packer.ustar.pack(member)),
      Packer.bzip2.pack(Packer.gnuTar.pack(member)), Packer.sevenZip.pack(member),
      Packer.zip.pack([Packed("b.zip", Packer.zip.pack([Packed("a.log.gz", gz)]))]),
    ]
    for (index, packing) in packings.enumerated() {
      let seen = walk(packing, access)
      #expect(seen.deliveries.count == 1)
      #expect(seen.deliveries.first?.bytes == text, "packing \(index)")
      #expect(seen.deliveries.first?.fault == nil && seen.problems.isEmpty)
    }
  }
}
