/// The content of a compressed stream: all its members one after the other, as `gunzip` does it.
@safe final class DecodedSource: ByteSource {
  /// The largest block of zstd, so that each block comes out in one step.
  private static let blockSize = 128 << 10

  private let kind: ArchiveKind
  private let input: ByteStream
  private let decompressor: any Decompressor
  private let output: UnsafeMutableRawBufferPointer
  private var memberIsOpen = true
  private var ended = false
  private(set) var fault: ArchiveFault?
  /// Whether the input holds more, and that is neither another member nor zeros.
  private(set) var isFollowed = false

  /// - Parameter input: stands at the marker of the first member.
  init(_ kind: ArchiveKind, _ input: ByteStream, _ decompressor: any Decompressor) {
    self.kind = kind
    self.input = input
    self.decompressor = decompressor
    unsafe output = .allocate(byteCount: Self.blockSize, alignment: 16)
  }

  deinit {
    unsafe output.deallocate()
  }

  func next() -> UnsafeRawBufferPointer {
    while !ended {
      guard memberIsOpen || openMember() else { break }
      let bytes = unsafe input.available()
      let step = unsafe decompressor.step(bytes, into: output)
      input.consume(step.consumed)
      switch step.state {
      case .running:
        if step.consumed == 0, step.produced == 0 {
          end(unsafe bytes.isEmpty ? input.fault ?? .truncated : .damaged)
        }
      case .memberEnd:
        memberIsOpen = false
      case .checkFailed(let rest):
        input.skip(rest)
        fault = .damaged
        memberIsOpen = false
      case .damaged: end(.damaged)
      case .tooLarge: end(.limited(.memory))
      }
      if step.produced > 0 {
        return unsafe UnsafeRawBufferPointer(rebasing: output[..<step.produced])
      }
    }
    ended = true
    return unsafe noBytes
  }

  private func end(_ reason: ArchiveFault) {
    fault = fault ?? reason
    ended = true
  }

  /// Looks behind a member: zeros pad a stream to the block of its medium and mean nothing.
  private func openMember() -> Bool {
    while true {
      let bytes = unsafe input.available()
      if unsafe bytes.isEmpty {
        fault = fault ?? input.fault
        return false
      }
      let zeros = unsafe bytes.firstIndex { $0 != 0 } ?? bytes.count
      input.consume(zeros)
      if zeros < bytes.count { break }
    }
    guard input.kind() == kind, decompressor.restart() else {
      isFollowed = true
      return false
    }
    memberIsOpen = true
    return true
  }
}
