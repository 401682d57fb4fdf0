internal import CNettle

/// PBKDF2 (RFC 8018) with HMAC-SHA-256: a key from a password, made slow on purpose.
public enum PBKDF2HMACSHA256 {
  /// The accepted iteration counts. The upper end, some seconds, keeps a count that comes from a
  /// file from stopping the program.
  public static let iterationRange = 1...10_000_000

  /// The accepted lengths of a key in bytes.
  public static let lengthRange = 1...1024

  /// Derives a key; nil when `iterations` or `length` are out of range.
  ///
  /// - Complexity: O(`iterations` · `length`); 600,000 iterations take about 0.1 s for 32 bytes.
  public static func key(
    password: Span<UInt8>, salt: Span<UInt8>, iterations: Int, length: Int = 32
  ) -> [UInt8]? {
    guard iterationRange ~= iterations, lengthRange ~= length else { return nil }
    return unsafe password.withUnsafeBufferPointer { password in
      unsafe salt.withUnsafeBufferPointer { salt in
        unsafe [UInt8](unsafeUninitializedCapacity: length) { key, count in
          unsafe nettle_pbkdf2_hmac_sha256(
            password.count, password.baseAddress, UInt32(iterations), salt.count,
            salt.baseAddress, length, key.baseAddress)
          count = length
        }
      }
    }
  }
}
