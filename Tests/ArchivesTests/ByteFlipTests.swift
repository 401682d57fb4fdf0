import Archives
import Testing

/// Seeded damage: no crash, no hang, and no more bytes than the limits allow.
struct ByteFlipTests {
  private static let packers = Packer.allCases

  @Test(arguments: packers)
  func damagedArchives(packer: Packer) {
    let members = [
      Packed("a.log", logText(lines: 60)), Packed("b", [UInt8](repeating: 0, count: 5000)),
      Packed("c.gz", Packer.gzip.pack(logText(lines: 20))),
      Packed("d.zip", Packer.zip.pack([Packed("e", logText(lines: 20))])),
    ]
    let whole =
      packer.isContainer ? packer.pack(members) : packer.pack(Packer.ustar.pack(members))
    var limits = ArchiveLimits()
    limits.ratioFloor = 1 << 20
    limits.totalBytes = 4 << 20
    limits.entries = 1000
    var generator = SeededGenerator(state: UInt64(whole.count))
    for round in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        // Headers lie in front and at the end: damage them more often.
        let near = min(bytes.count, 128)
        let place =
          switch round % 3 {
          case 0: Int.random(in: 0..<bytes.count, using: &generator)
          case 1: Int.random(in: 0..<near, using: &generator)
          default: bytes.count - 1 - Int.random(in: 0..<near, using: &generator)
          }
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if round % 5 == 0 {
        bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      }
      for access in Access.allCases {
        let seen = walk(bytes, access, limits: limits)
        #expect(!seen.isOutOfOrder)
        let delivered = seen.deliveries.reduce(0) { $0 + $1.bytes.count }
        #expect(delivered <= limits.totalBytes * limits.depth)
      }
    }
  }
}

extension Packer {
  fileprivate var isContainer: Bool {
    switch self {
    case .gzip, .bzip2, .xz, .zstd: false
    default: true
    }
  }
}
