/// Cuts forms into pieces that are looked for one by one: then only a few bytes around a change of a
/// file need be searched, however long a value is.
enum FormPieces {
  private static let length = 32

  /// How many different bytes a piece has at least: lines and blanks stand everywhere.
  private static let leastVariety = 8

  /// The pieces of a form, in order: each begins where the one before ends, but for the last, which
  /// reaches back. The whole form if it is short, or a piece of it says nothing.
  static func ranges(of form: [UInt8]) -> [Range<Int>] {
    guard form.count > length else { return [0..<form.count] }
    var starts = Array(stride(from: 0, to: form.count - length, by: length))
    starts.append(form.count - length)
    let ranges = starts.map { $0..<$0 + length }
    let isTelling = ranges.allSatisfy { Set(form[$0]).count >= leastVariety }
    return isTelling ? ranges : [0..<form.count]
  }
}
