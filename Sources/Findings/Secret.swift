/// A raw secret value. It is redacted wherever it is described, printed or reflected; its bytes are
/// reached only through ``reveal(_:)``, which is easy to search for.
public struct Secret: Sendable, Hashable {
  private let bytes: [UInt8]

  /// How many leading bytes are public, such as the `ghp_` of a GitHub token: at most four.
  public let publicPrefix: Int

  /// A secret from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: the raw value.
  ///   - publicPrefix: how many leading bytes the provider documents as fixed; more than four are
  ///     not shown, and never more than a quarter of the value.
  public init(_ bytes: some Sequence<UInt8>, publicPrefix: Int = 0) {
    self.bytes = Array(bytes)
    self.publicPrefix = max(0, min(publicPrefix, 4, self.bytes.count / 4))
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// Gives the raw bytes to a closure. Nothing that leaves the process may come of them.
  public func reveal<Result>(_ body: ([UInt8]) -> Result) -> Result { body(bytes) }

  /// The value for people: its public prefix, an ellipsis, its length.
  public var redacted: String {
    var shown = publicPrefix == 0 ? "" : Visible.text(bytes.prefix(publicPrefix))
    shown += "… ("
    shown += String(bytes.count)
    shown += bytes.count == 1 ? " byte)" : " bytes)"
    return shown
  }

  /// Whether the raw bytes are the same; what is shown of them plays no part.
  public static func == (left: Secret, right: Secret) -> Bool { left.bytes == right.bytes }

  /// Hashes the raw bytes, seeded anew in each process.
  public func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// ``redacted``.
  public var description: String { redacted }
  /// ``redacted``: a debugger and `dump` show no more.
  public var debugDescription: String { redacted }
  /// Holds ``redacted`` alone, so that reflection does not reach the bytes.
  public var customMirror: Mirror { Mirror(self, children: [("redacted", redacted)]) }
}
