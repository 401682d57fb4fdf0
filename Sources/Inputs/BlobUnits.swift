internal import Archives
internal import Findings
internal import Git

/// Makes units of the blobs that git hands over: small ones are collected, large ones become
/// segments.
struct BlobUnits {
  private let wanted: WantedBlobs
  private let limits: InputLimits
  private let submit: (InputUnit) -> Void
  private let notify: (Notification) -> Void
  private var batch: [InputUnit.Content] = []
  private var size = 0
  /// A blob that comes in parts: its segments, or all of it if it is an archive.
  private var writer: SegmentWriter?
  private var archive: [UInt8]?
  private var isInside = false

  /// How much is handed to a worker at once: enough to make the queue's cost small.
  private static let batchBytes = 256 << 10
  private static let batchCount = 64

  init(
    _ wanted: WantedBlobs, limits: InputLimits, submit: @escaping (InputUnit) -> Void,
    notify: @escaping (Notification) -> Void
  ) {
    self.wanted = wanted
    self.limits = limits
    self.submit = submit
    self.notify = notify
  }

  /// Takes the next reading. Of a blob that comes in parts only the first origin is named.
  mutating func take(_ id: ObjectID, _ reading: ObjectReading, _ bytes: Span<UInt8>) {
    guard let origin = wanted.origins(of: id).first else { return }
    switch reading {
    case .whole:
      let copy = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
      for origin in wanted.origins(of: id) {
        add(InputUnit.Content(bytes: copy, origin: origin))
      }
    case .part(_, let offset, let total):
      add(part: bytes, of: total, at: origin)
      if offset + bytes.count >= total { end(at: origin) }
    case .tooLarge(_, let size):
      notify(.limit, "has \(size) bytes, more than the limit, and was not scanned", origin)
    case .missing: notify(.missingObject, "is not in the repository", origin)
    case .corrupt:
      add(part: bytes, of: bytes.count, at: origin)
      end(at: origin)
      notify(.damaged, "is damaged and could not be read to its end", origin)
    }
  }

  /// Submits what has been collected.
  mutating func flush() {
    if !batch.isEmpty { submit(.contents(batch)) }
    batch = []
    size = 0
  }

  private mutating func add(_ content: InputUnit.Content) {
    batch.append(content)
    size += content.bytes.count
    if size >= Self.batchBytes || batch.count >= Self.batchCount { flush() }
  }

  private mutating func add(part bytes: Span<UInt8>, of total: Int, at origin: Origin) {
    if !isInside {
      isInside = true
      if ArchiveKind.recognise(bytes) == nil {
        let submit = submit
        writer = SegmentWriter(origin: origin, limits: limits) { submit(.segment($0)) }
      } else if total <= limits.blobArchiveBytes {
        archive = []
        archive?.reserveCapacity(total)
      } else {
        notify(
          .limit, "is an archive of \(total) bytes, more than the limit, and was not scanned",
          origin)
      }
    }
    writer?.append(bytes)
    unsafe bytes.withUnsafeBufferPointer { unsafe archive?.append(contentsOf: $0) }
  }

  private mutating func end(at origin: Origin) {
    writer?.finish()
    if let archive { add(InputUnit.Content(bytes: archive, origin: origin)) }
    writer = nil
    archive = nil
    isInside = false
  }

  private func notify(_ code: Notification.Code, _ text: String, _ origin: Origin) {
    notify(
      Notification(
        severity: .warning, code: code, message: "object \(origin.blob?.short ?? "") \(text)",
        origin: origin, isIncomplete: true))
  }
}
