extension SegmentMap {
  /// Follows a literal or folded block, line by line, as libyaml's `scan_block_scalar` does.
  mutating func followBlock(_ scalar: YAMLScalar, in bytes: [UInt8]) {
    guard let indent = indentation(of: scalar, in: bytes) else { return }
    let end = scalar.contentRange.upperBound
    var place = scalar.contentRange.lowerBound
    var leading: LineBreak?  // the break at the end of the last line with content
    var further = 0  // decoded length of the breaks of the empty lines after it
    var leadingBlank = false  // whether that line began with a blank
    while place < end {
      var spaces = 0
      while place < end, spaces < indent, bytes[place] == Ascii.space {
        spaces += 1
        place += 1
      }
      if let lineBreak = LineBreak(in: bytes, at: place) {
        further += lineBreak.decodedLength
        place += lineBreak.length
        continue
      }
      guard place < end, spaces == indent else { return }
      let startsBlank = bytes[place].isBlank
      if let leading {
        let folds =
          scalar.style == .folded && leading.isFoldable && !leadingBlank && !startsBlank
        replace(folds ? (further == 0 ? 1 : 0) : leading.decodedLength)
      }
      replace(further)
      further = 0
      leadingBlank = startsBlank
      var stop = place
      while stop < end, LineBreak(in: bytes, at: stop) == nil { stop += 1 }
      copy(place, stop - place)
      leading = LineBreak(in: bytes, at: stop)
      place = stop + (leading?.length ?? 0)
    }
  }

  /// The spaces that are no content, found by comparing the first line with text: an indentation
  /// indicator counts from the parent's indentation, which a scalar does not know.
  private func indentation(of scalar: YAMLScalar, in bytes: [UInt8]) -> Int? {
    let written = leadingSpaces(bytes, scalar.contentRange)
    let value = scalar.value
    let kept = leadingSpaces(value, value.indices)
    return written >= kept ? written - kept : nil
  }

  /// The spaces before the first text, on its own line.
  private func leadingSpaces(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == Ascii.space {
        count += 1
        place += 1
      } else if let lineBreak = LineBreak(in: bytes, at: place) {
        count = 0
        place += lineBreak.length
      } else {
        break
      }
    }
    return count
  }
}
