/// What GitHub code scanning takes of one SARIF file; beyond it the whole upload is rejected.
///
/// Source: "SARIF support for code scanning" of GitHub's documentation, read in 2026-11.
struct SARIFLimits {
  /// Results of a run.
  var results = 25_000
  /// Bytes of the gzip-compressed file.
  var compressedBytes = 10_000_000

  /// Further places of one result that are listed: no more than 100 locations are shown.
  static let alsoAt = 10
  /// Members of an environment dump that are listed.
  static let members = 90
  /// Other findings of the same value that are listed.
  static let others = 10
  /// Events of a value's story that are told.
  static let events = 20
  /// Notifications of one code that are listed.
  static let notifications = 1_000

  /// An upper bound of what a result adds to the compressed file.
  ///
  /// No compressor is at hand here, and a fixed ratio would be wrong for a hostile input: what comes
  /// from it (names of files above all) may not compress at all and counts in full. Digits, decimal
  /// and hexadecimal, hold half a byte and cost five eighths. The rest is our own words, which come
  /// again in each result: gzip shrinks them more than twenty times, twelve is taken. A test holds
  /// the bound against gzip.
  static func compressedBound(_ result: ArraySlice<UInt8>, fromInput: Int) -> Int {
    let digits = HexDigits.count(in: result)
    return digits * 5 / 8 + (result.count - digits) / 12 + fromInput
  }
}
