import Archives
import Glibc

/// A sink that keeps everything, and checks the order of the calls.
struct Recorder: ArchiveSink {
  struct Delivery: Equatable {
    var path: [String]
    var bytes: [UInt8]
    var fault: ArchiveFault?
    var isEncrypted = false
  }

  var deliveries: [Delivery] = []
  var problems: [ArchiveProblem] = []
  var largestChunk = 0
  var isOutOfOrder = false
  var skipped: Set<String> = []
  private var isOpen = false

  init(skipping: Set<String> = []) {
    skipped = skipping
  }

  mutating func begin(_ member: ArchiveMember) -> MemberDecision {
    if isOpen { isOutOfOrder = true }
    let path = member.path.map { String(decoding: $0, as: UTF8.self) }
    if let last = path.last, skipped.contains(last) { return .skip }
    isOpen = true
    deliveries.append(Delivery(path: path, bytes: [], isEncrypted: member.isEncrypted))
    return .read
  }

  mutating func append(_ chunk: Span<UInt8>) {
    if !isOpen || chunk.isEmpty { isOutOfOrder = true }
    largestChunk = max(largestChunk, chunk.count)
    unsafe chunk.withUnsafeBufferPointer { unsafe deliveries[deliveries.count - 1].bytes += $0 }
  }

  mutating func end(_ outcome: MemberOutcome) {
    if !isOpen || deliveries.last?.bytes.count != outcome.bytes { isOutOfOrder = true }
    isOpen = false
    deliveries[deliveries.count - 1].fault = outcome.fault
  }

  mutating func report(_ problem: ArchiveProblem) {
    if isOpen { isOutOfOrder = true }
    problems.append(problem)
  }

  /// The contents by path, names joined by `!`.
  var contents: [String: [UInt8]] {
    Dictionary(
      deliveries.map { ($0.path.joined(separator: "!"), $0.bytes) }, uniquingKeysWith: { $0 + $1 })
  }

  var faults: [ArchiveFault] { problems.map(\.fault) }
}

/// A sink that keeps numbers only.
struct Counter: ArchiveSink {
  var members = 0
  var bytes = 0
  var faults: [ArchiveFault] = []
  var problems: [ArchiveProblem] = []

  mutating func begin(_ member: ArchiveMember) -> MemberDecision {
    members += 1
    return .read
  }
  mutating func append(_ chunk: Span<UInt8>) { bytes += chunk.count }
  mutating func end(_ outcome: MemberOutcome) {
    if let fault = outcome.fault { faults.append(fault) }
  }
  mutating func report(_ problem: ArchiveProblem) { problems.append(problem) }
}

/// The three ways in which a file can reach the walker.
enum Access: CaseIterable {
  case memory, file, stream
}

func walk(
  _ bytes: [UInt8], _ access: Access = .memory, limits: ArchiveLimits = ArchiveLimits(),
  skipping: Set<String> = []
) -> Recorder {
  var recorder = Recorder(skipping: skipping)
  let walker = ArchiveWalker(limits: limits)
  switch access {
  case .memory:
    walker.walk(.bytes(bytes), into: &recorder)
  case .file:
    withTemporaryFile(bytes) { walker.walk(.file(descriptor: $0), into: &recorder) }
  case .stream:
    // Chunks of many sizes, so that every structure is cut somewhere.
    var rest = bytes[...]
    var size = 1
    walker.walk(
      .chunks {
        let chunk = Array(rest.prefix(size))
        rest = rest.dropFirst(size)
        size = size * 3 % 10_007
        return chunk.isEmpty ? nil : chunk
      }, into: &recorder)
  }
  return recorder
}

/// An unnamed file with these bytes: it leaves nothing behind.
func withTemporaryFile(_ bytes: [UInt8], _ body: (Int32) -> Void) {
  var name = Array("/tmp/leakage-archive-XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&name)
  unsafe unlink(name)
  defer { close(descriptor) }
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes[written...].withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return }
    written += count
  }
  body(descriptor)
}

/// A log of that many lines, alike but not equal, as logs are.
func logText(lines: Int, seed: Int = 1) -> [UInt8] {
  var text: [UInt8] = []
  var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  for line in 0..<lines {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    text += "2024-05-01T10:00:00.\(line)Z step \(line % 7): value \(state >> 33)\n".utf8
  }
  return text
}

/// Bytes that do not compress.
func noiseBytes(_ count: Int, seed: UInt64 = 7) -> [UInt8] {
  var generator = SeededGenerator(state: seed)
  return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 24) }
}

struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
