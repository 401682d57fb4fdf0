internal import CNettle

/// SHA-1 (FIPS 180-4), for the names of git objects. It proves nothing about who made the bytes:
/// collisions can be made, and are not detected here.
public struct SHA1: Sendable {
  private var state = sha1_ctx()

  /// The hash of no bytes yet.
  public init() {
    unsafe nettle_sha1_init(&state)
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha1_update(&state, buffer.count, buffer.baseAddress)
    }
  }

  /// The digest of all bytes taken in so far; more may follow.
  public func digest() -> Digest {
    var state = state
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
      count = buffer.count
      unsafe nettle_sha1_digest(&state, count, buffer.baseAddress)
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
