internal import CPCRE2

/// Why a regular expression cannot be used.
///
/// The text names the fault and its place, never a subject that was searched.
public struct PatternError: Error, Sendable, Hashable {
  /// PCRE2's error number: positive for compile errors, negative for others.
  public let code: Int32
  /// PCRE2's text for `code`.
  public let message: String
  /// The byte offset into the pattern's UTF-8 source where PCRE2 stopped.
  public let offset: Int

  init(code: Int32, offset: Int) {
    self.code = code
    self.message = Self.text(for: code)
    self.offset = offset
  }

  /// PCRE2's English text for an error number, such as one in ``MatchResult/failed(_:)``.
  public static func text(for code: Int32) -> String {
    // 256 bytes hold every message of PCRE2 10.42 (pcre2api, "Obtaining a textual error message").
    let bytes = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
      return length > 0 ? unsafe Array(buffer.prefix(Int(length))) : []
    }
    return bytes.isEmpty ? "PCRE2 error \(code)" : String(decoding: bytes, as: UTF8.self)
  }
}

extension PatternError: CustomStringConvertible {
  /// The message and the offset in the pattern; no text of it.
  public var description: String { "\(message) at offset \(offset)" }
}
