internal import Findings

/// The places in words of a file's jobs, steps and values, by their ranges.
struct PlaceTable: Sendable {
  private struct Entry {
    let range: Range<Int>
    let place: Place
    /// The entry around this one.
    let parent: Int?
  }

  // In the order of their beginnings; ranges nest and do not cross.
  private var entries: [Entry] = []
  private var open: [Int] = []

  /// Adds a value.
  mutating func add(_ range: Range<Int>, _ place: Place) {
    entries.append(Entry(range: range, place: place, parent: open.last))
  }

  /// Adds a job or a step; what is added until it is closed lies within it.
  mutating func open(_ range: Range<Int>, _ place: Place) {
    add(range, place)
    open.append(entries.count - 1)
  }

  mutating func close() { open.removeLast() }

  /// The place of the innermost entry around an offset; an empty one if there is none.
  func place(at offset: Int) -> Place {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    var found: Int? = low > 0 ? low - 1 : nil
    while let index = found {
      if entries[index].range.contains(offset) { return entries[index].place }
      found = entries[index].parent
    }
    return Place()
  }
}
