/// Lengths of time as tools write them.
enum TimeLength {
  /// The seconds of `3600`, `720h`, `1h30m`, `30d`; `nil` for anything else, and for more than fits.
  static func seconds(_ text: some StringProtocol) -> Int? {
    var total = 0
    var number: Int?
    for byte in text.utf8 {
      if byte.isDigit {
        let (tens, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
        guard !isTooLarge, tens < 1 << 40 else { return nil }
        number = tens + Int(byte - UInt8(ascii: "0"))
      } else {
        guard let count = number, let unit = units[byte] else { return nil }
        let (length, isTooLong) = count.multipliedReportingOverflow(by: unit)
        let (sum, isTooLarge) = total.addingReportingOverflow(length)
        guard !isTooLong, !isTooLarge else { return nil }
        total = sum
        number = nil
      }
    }
    if let number { return total == 0 ? number : nil }
    return total > 0 || text.utf8.elementsEqual("0s".utf8) ? total : nil
  }

  private static let units: [UInt8: Int] = [
    UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600,
    UInt8(ascii: "d"): 86_400,
  ]

  /// A length for people: `32 days`, `12 hours`.
  static func words(_ seconds: Int) -> String {
    let (count, unit) =
      seconds >= 172_800
      ? (seconds / 86_400, "day")
      : seconds >= 3_600 ? (seconds / 3_600, "hour") : (seconds, "second")
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
  }
}
