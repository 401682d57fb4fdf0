internal import YAML

/// Where a file has the word `secrets`, found once: most values have it nowhere.
struct SecretMentions {
  private let offsets: [Int]

  init(in file: [UInt8]) {
    var offsets: [Int] = []
    var at = 0
    while let found = file.firstOffset(of: "secrets", from: at) {
      offsets.append(found)
      at = found + 7
    }
    self.offsets = offsets
  }

  /// Whether the value of a scalar may have the word. `false` is certain.
  func mayBe(in scalar: YAMLScalar) -> Bool {
    // An escape may stand for any letter, and joins lines.
    if scalar.style == .doubleQuoted, scalar.count != scalar.contentRange.count { return true }
    guard let last = offsets.last, scalar.contentRange.lowerBound <= last else { return false }
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < scalar.contentRange.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return offsets[low] < scalar.contentRange.upperBound
  }
}
