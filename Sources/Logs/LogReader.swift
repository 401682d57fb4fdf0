public import Findings

/// Reads CI logs.
public enum LogReader {
  /// Normalises the bytes of a log and reads its structure.
  ///
  /// Record frames (timestamps, stream names), byte order marks at the beginning of lines and
  /// escape sequences are left out; continued records are joined; carriage returns become newlines.
  /// Everything else stays, byte for byte. Damaged logs are read as far as they go: nothing fails.
  ///
  /// - Parameters:
  ///   - bytes: the log, or a segment of one, in an encoding that keeps ASCII as it is.
  ///   - format: how the log is written.
  ///   - place: what is known of the whole, such as ``LogArchiveMember/place``. Its step wins over
  ///     the steps that the lines name.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8], as format: LogFormat, place: Place = Place())
    -> LogReading
  {
    var normaliser = LogNormaliser(bytes, format: format)
    normaliser.run()
    let text = normaliser.builder.text(of: bytes)
    var structure = LogStructure(
      format: format,
      places: LogPlaces(base: place, raw: bytes, stamps: normaliser.stamps, map: text.map))
    structure.read(text.bytes)
    return LogReading(text: text, blocks: structure.blocks, places: structure.places)
  }
}
