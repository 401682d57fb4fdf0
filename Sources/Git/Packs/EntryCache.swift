/// The bytes of entries that were used of late, up to a number of bytes.
///
/// There are two generations: what is used is in the young one; when that one is full, it becomes
/// the old one, and what was old is forgotten.
struct EntryCache {
  private let most: Int
  private var young: [Int: [UInt8]] = [:]
  private var old: [Int: [UInt8]] = [:]
  private var size = 0

  /// - Parameter most: how many bytes both generations may hold together.
  init(most: Int) { self.most = most }

  /// The bytes of an entry of the pack at a place.
  subscript(pack: Int, entry: Int) -> [UInt8]? {
    mutating get {
      let key = pack << 32 | entry
      if let bytes = young[key] { return bytes }
      guard let bytes = old[key] else { return nil }
      self[pack, entry] = bytes
      return bytes
    }
    set {
      guard let newValue else { return }
      // What an entry costs besides its bytes.
      let cost = newValue.count + 64
      if size + cost > most / 2 {
        swap(&old, &young)
        young.removeAll(keepingCapacity: true)
        size = 0
      }
      size += cost
      young[pack << 32 | entry] = newValue
    }
  }
}
