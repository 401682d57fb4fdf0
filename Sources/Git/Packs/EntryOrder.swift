/// The entries of a pack in the order in which they stand in the file.
struct EntryOrder: Sendable {
  /// Where each entry begins, and where the last one ends.
  private let offsets: [UInt64]
  /// For each entry the place of its name in the index.
  let places: [UInt32]
  /// The other way round: for each place in the index the entry.
  let entries: [UInt32]

  /// How many bits of a key are the place in the index; the others are the offset.
  private static let placeBits = 28

  /// Orders the entries of an index.
  ///
  /// - Parameter range: where entries may stand in the file.
  /// - Returns: `nil` if an entry stands elsewhere, or there is more than 64 GiB or 268 million
  ///   objects.
  /// - Complexity: O(entries).
  init?(_ index: PackIndex, in range: Range<Int>) {
    guard index.count < 1 << Self.placeBits, range.upperBound < 1 << (64 - Self.placeBits) else {
      return nil
    }
    var keys: [UInt64] = []
    keys.reserveCapacity(index.count)
    for place in 0..<index.count {
      guard let offset = index.offset(at: place), range.contains(offset) else { return nil }
      keys.append(UInt64(offset) << UInt64(Self.placeBits) | UInt64(place))
    }
    Self.sort(&keys, from: Self.placeBits, end: range.upperBound)
    let mask: UInt64 = 1 << UInt64(Self.placeBits) - 1
    places = keys.map { UInt32($0 & mask) }
    var entries = [UInt32](repeating: 0, count: places.count)
    for (entry, place) in places.enumerated() { entries[Int(place)] = UInt32(entry) }
    self.entries = entries
    for place in keys.indices { keys[place] >>= UInt64(Self.placeBits) }
    keys.append(UInt64(range.upperBound))
    offsets = keys
  }

  /// How many entries there are.
  var count: Int { places.count }

  /// Where an entry stands; empty for one of two that claim the same place.
  func range(of entry: Int) -> Range<Int> { Int(offsets[entry])..<Int(offsets[entry + 1]) }

  /// The entry that begins a distance before another one: most bases stand near their deltas.
  func entry(_ distance: Int, before entry: Int) -> Int? {
    let offset = Int(offsets[entry]) - distance
    guard distance > 0, offset >= 0 else { return nil }
    var step = 1
    while step <= entry, Int(offsets[entry - step]) > offset { step *= 2 }
    return self.entry(at: offset, from: max(0, entry - step), to: entry - step / 2 + 1)
  }

  private func entry(at offset: Int, from start: Int, to end: Int) -> Int? {
    var (low, high) = (start, min(end, count))
    while low < high {
      let middle = low + (high - low) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low < count && Int(offsets[low]) == offset ? low : nil
  }

  /// Sorts numbers by their upper bits, eleven at a time from the lowest of these on.
  private static func sort(_ keys: inout [UInt64], from lowest: Int, end: Int) {
    var other = keys
    let bits = Int.bitWidth - end.leadingZeroBitCount
    for shift in stride(from: lowest, to: lowest + bits, by: 11) {
      var starts = [Int](repeating: 0, count: 2049)
      for key in keys { starts[Int(key >> UInt64(shift) & 2047) + 1] += 1 }
      for digit in 1..<2048 { starts[digit] += starts[digit - 1] }
      for key in keys {
        let digit = Int(key >> UInt64(shift) & 2047)
        other[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&keys, &other)
    }
  }
}
