extension Array {
  /// The index of the first element at or behind a place; all are in order. O(log count).
  @inline(__always)
  func firstIndex(at place: Int, _ placeOf: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if placeOf(self[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
