/// Columns: how many UTF-16 units a piece of UTF-8 takes.
public enum UTF16Units {
  /// The units of some bytes. A continuation byte takes none and a lead byte of a pair of surrogates
  /// two, so that bytes that are not UTF-8 still count in a way that does not depend on where a
  /// piece begins. O(n).
  @inlinable
  public static func count(_ bytes: some Sequence<UInt8>) -> Int {
    var units = 0
    for byte in bytes where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    return units
  }
}
