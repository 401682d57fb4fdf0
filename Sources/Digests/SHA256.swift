internal import CNettle

/// SHA-256 (FIPS 180-4).
public struct SHA256: Sendable {
  private var state = sha256_ctx()

  /// The hash of no bytes yet.
  public init() {
    unsafe nettle_sha256_init(&state)
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&state, buffer.count, buffer.baseAddress)
    }
  }

  /// The digest of all bytes taken in so far; more may follow.
  public func digest() -> Digest {
    var state = state
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count = buffer.count
      unsafe nettle_sha256_digest(&state, count, buffer.baseAddress)
    }
    return Digest(bytes: bytes)
  }

  /// The digest of these bytes.
  public static func digest(_ bytes: Span<UInt8>) -> Digest {
    var hash = Self()
    hash.update(bytes)
    return hash.digest()
  }
}
