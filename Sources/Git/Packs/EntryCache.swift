/// The bytes of entries that were used of late, up to a number of bytes.
///
/// There are two generations: what is used is in the young one; when that one is full, it becomes
/// the old one, and what was old is forgotten. In a generation each entry has one place, which it
/// may lose to another one: a look-up is one comparison.
struct EntryCache {
  private struct Generation {
    var keys = [Int](repeating: -1, count: places)
    var bytes = [[UInt8]](repeating: [], count: places)
    var used: [Int] = []

    mutating func clear() {
      for place in used {
        keys[place] = -1
        bytes[place] = []
      }
      used.removeAll(keepingCapacity: true)
    }
  }

  private let most: Int
  private var young = Generation()
  private var old = Generation()
  private var size = 0

  private static let placeBits = 14
  private static let places = 1 << placeBits

  /// - Parameter most: how many bytes both generations may hold together.
  init(most: Int) { self.most = most }

  /// The bytes of an entry of the pack at a place.
  subscript(pack: Int, entry: Int) -> [UInt8]? {
    mutating get {
      let key = pack << 32 | entry
      let place = Self.place(of: key)
      if young.keys[place] == key { return young.bytes[place] }
      guard old.keys[place] == key else { return nil }
      let bytes = old.bytes[place]
      keep(bytes, key, at: place)
      return bytes
    }
    set {
      guard let newValue else { return }
      let key = pack << 32 | entry
      keep(newValue, key, at: Self.place(of: key))
    }
  }

  private mutating func keep(_ bytes: [UInt8], _ key: Int, at place: Int) {
    // What an entry costs besides its bytes.
    let cost = bytes.count + 64
    if size + cost > most / 2 {
      swap(&old, &young)
      young.clear()
      size = 0
    }
    if young.keys[place] < 0 {
      young.used.append(place)
    } else {
      size -= young.bytes[place].count + 64
    }
    size += cost
    young.keys[place] = key
    young.bytes[place] = bytes
  }

  /// Entries of one family are neighbours: they are spread, so that they do not displace each other.
  private static func place(of key: Int) -> Int {
    Int((UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - placeBits))
  }
}
