internal import CNettle

/// HMAC-SHA-256 (RFC 2104) under one key, set up once for many messages.
///
/// It holds the key in a form that is as good as the key: never print or store it.
public struct HMACSHA256: Sendable {
  private var keyed = hmac_sha256_ctx()

  /// Sets up a key of any length; one of 32 random bytes is best.
  public init(key: Span<UInt8>) {
    unsafe key.withUnsafeBufferPointer { buffer in
      unsafe nettle_hmac_sha256_set_key(&keyed, buffer.count, buffer.baseAddress)
    }
  }

  /// The code, of 32 bytes, for a message.
  public func authenticate(_ message: Span<UInt8>) -> Digest {
    var state = keyed
    unsafe message.withUnsafeBufferPointer { buffer in
      unsafe nettle_hmac_sha256_update(&state, buffer.count, buffer.baseAddress)
    }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count = buffer.count
      unsafe nettle_hmac_sha256_digest(&state, count, buffer.baseAddress)
    }
    return Digest(bytes: bytes)
  }
}

extension HMACSHA256: CustomStringConvertible, CustomReflectable {
  /// Says nothing of the key.
  public var description: String { "HMACSHA256(key: redacted)" }

  /// Has no children, so that a dump shows nothing of the key.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
