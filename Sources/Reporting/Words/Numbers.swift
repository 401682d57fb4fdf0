/// Numbers in words.
enum Numbers {
  /// `2,119`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `1 file`, `2,119 files`; the plural is the singular with an `s` unless it is given.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? singular : plural ?? singular + "s")
  }

  /// `17 bytes`, `1.4 MB`: decimal units, one digit after the point below ten.
  static func bytes(_ number: Int) -> String {
    guard number >= 1_000 else { return count(number, "byte") }
    var unit = 1_000
    var names = ["kB", "MB", "GB", "TB", "PB"][...]
    // Rounding up to the next unit would show "1000 kB".
    while names.count > 1, number >= unit * 1_000 - unit / 2 {
      unit *= 1_000
      names.removeFirst()
    }
    func rounded(_ step: Int) -> Int { number / step + (number % step >= step / 2 ? 1 : 0) }
    let tenths = rounded(unit / 10)
    let name = names[names.startIndex]
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(name)" : "\(rounded(unit)) \(name)"
  }
}
