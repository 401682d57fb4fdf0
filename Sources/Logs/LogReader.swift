public import Findings

/// Reads CI logs.
public enum LogReader {
  /// Normalises the bytes of a log and reads its structure.
  ///
  /// Record frames (timestamps, stream names), byte order marks and escape sequences are left out;
  /// messages that are packed in JSON are unpacked; continued records are joined; carriage returns
  /// become newlines. Everything else stays, byte for byte. Damaged logs are read as far as they
  /// go: nothing fails.
  ///
  /// - Parameters:
  ///   - bytes: the log, or a segment of one, in an encoding that keeps ASCII as it is.
  ///   - format: how the log is written.
  ///   - place: what is known of the whole, such as ``LogArchiveMember/place``. Its step wins over
  ///     the steps that the lines name.
  ///   - memory: an array whose memory may be used again for the text; what it holds does not matter.
  /// - Complexity: O(bytes).
  public static func read(
    _ bytes: [UInt8], as format: LogFormat, place: Place = Place(),
    in memory: consuming [UInt8] = []
  ) -> LogReading {
    guard let unpack = format.unpack else {
      return read(bytes, as: format, place, packed: nil, in: memory)
    }
    let unpacked = unpack(bytes)
    // A log within a log within a log is nobody's.
    let inner = LogFormat.recognise(unpacked.text.bytes, path: Path(""))
    return read(
      unpacked.text.bytes, as: inner.flatMap { $0.unpack == nil ? $0 : nil } ?? .plain, place,
      packed: Packed(log: unpacked, raw: bytes, clock: format.clock), in: memory)
  }

  /// Where unpacked text came from.
  private struct Packed {
    let log: UnpackedLog
    let raw: [UInt8]
    let clock: @Sendable (ArraySlice<UInt8>) -> Timestamp?
  }

  private static func read(
    _ bytes: [UInt8], as format: LogFormat, _ place: Place, packed: Packed?,
    in memory: consuming [UInt8]
  ) -> LogReading {
    var normaliser = LogNormaliser(bytes, format: format, in: memory)
    normaliser.run()
    var text = normaliser.builder.text(of: bytes)
    var places = LogPlaces(
      base: place, raw: bytes, stamps: normaliser.stamps, map: text.map, clock: format.clock)
    if let packed {
      text.map = text.map.composed(with: packed.log.text.map, count: text.bytes.count)
      places = LogPlaces(
        base: place, raw: packed.raw, stamps: packed.log.stamps, map: text.map, clock: packed.clock)
    }
    var structure = LogStructure(format: format, places: places, steps: normaliser.steps)
    structure.read(text.bytes)
    return LogReading(
      text: text, blocks: structure.blocks, arguments: structure.arguments,
      places: structure.places)
  }
}
