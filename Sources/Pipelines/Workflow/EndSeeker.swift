/// Seeks the ends of quotes and brackets in a script, and none twice that is nowhere behind some place:
/// a script full of opening ones is read in linear time.
struct EndSeeker {
  private var missing: Set<UInt8> = []

  /// What a search of a script finds, unless one for the same mark has found nothing before.
  mutating func end(_ mark: UInt8, in script: [UInt8], _ seek: ([UInt8]) -> Int?) -> Int? {
    guard !missing.contains(mark) else { return nil }
    let found = seek(script)
    if found == nil { missing.insert(mark) }
    return found
  }

  /// Whether a search for a mark has found nothing.
  func isMissing(_ mark: UInt8) -> Bool { missing.contains(mark) }

  /// A search for a mark has found nothing.
  mutating func miss(_ mark: UInt8) { missing.insert(mark) }
}
