internal import Findings

/// One pack: its file, its index, and which of its entries are deltas on which.
final class Pack: Sendable {
  let file: StoredFile
  let index: PackIndex
  let order: EntryOrder
  let forest: DeltaForest
  /// Whether the kind of an entry is not known, because its header or that of a base is damaged.
  let isIncomplete: Bool
  /// For each entry its kind; `nil` where no base tells it.
  private let kinds: [ObjectKind?]
  /// For each entry the length of its decompressed bytes, as the header claims, cut to 32 bits.
  private let sizes: [UInt32]

  /// The length of the header of a pack, and that of the hash at its end.
  private static let header = 12
  private static let trailer = 20

  /// Reads a pack's index and the headers of its entries.
  ///
  /// - Parameters:
  ///   - path: the index; the pack stands beside it.
  ///   - most: up to this size the pack is held in memory: it is read as a whole in any case, and the
  ///     objects that are made of each other do not stand side by side.
  /// - Returns: `nil` for what only git can read: another version or hash, and damage that leaves
  ///   the place of entries unknown. An entry whose header is damaged costs only itself.
  /// - Complexity: O(length of the pack) to read it once, O(objects) memory.
  init?(index path: Path, holdingUpTo most: Int) {
    var bytes: [UInt8] = []
    guard let indexFile = StoredFile(path),
      let file = StoredFile(
        Path(bytes: path.bytes.dropLast(4) + Array(".pack".utf8)), holdingUpTo: most),
      indexFile.read(at: 0, count: indexFile.size, into: &bytes),
      let index = PackIndex(bytes),
      Self.belongs(file, to: index),
      let order = EntryOrder(index, in: Self.header..<file.size - Self.trailer)
    else { return nil }
    self.file = file
    self.index = index
    self.order = order

    var bases = [Int32](repeating: DeltaForest.isBroken, count: order.count)
    var kinds = [ObjectKind?](repeating: nil, count: order.count)
    var sizes = [UInt32](repeating: 0, count: order.count)
    var window = PackWindow(isSequential: true)
    for entry in 0..<order.count {
      let range = order.range(of: entry)
      let part = range.lowerBound..<min(range.upperBound, range.lowerBound + EntryHeader.longest)
      guard let header = window.read(part, of: file, { EntryHeader($0) }) ?? nil else { continue }
      sizes[entry] = UInt32(clamping: header.size)
      switch header.content {
      case .object(let kind):
        kinds[entry] = kind
        bases[entry] = DeltaForest.isRoot
      case .offsetDelta(let distance):
        if let base = order.entry(distance, before: entry) { bases[entry] = Int32(base) }
      case .nameDelta(let id):
        if let place = index.place(of: id) { bases[entry] = Int32(order.entries[place]) }
      }
    }
    let forest = DeltaForest(bases) { entry in
      if bases[entry] >= 0 { kinds[entry] = kinds[Int(bases[entry])] }
    }
    self.forest = forest
    isIncomplete = kinds.contains(nil)
    self.kinds = kinds
    self.sizes = sizes
  }

  /// Whether a file is the pack that an index was made for: version 2, as many objects, and the hash
  /// at its end.
  private static func belongs(_ file: StoredFile, to index: PackIndex) -> Bool {
    var bytes: [UInt8] = []
    guard file.size >= header + trailer, file.read(at: 0, count: header, into: &bytes),
      bytes.starts(with: [0x50, 0x41, 0x43, 0x4B, 0, 0, 0, 2]),
      Int(bytes.span.word32(at: 8)) == index.count,
      file.read(at: file.size - trailer, count: trailer, into: &bytes)
    else { return false }
    return bytes[...] == index.packHash
  }

  /// How many entries there are.
  var count: Int { order.count }

  /// The name of an entry.
  func id(of entry: Int) -> ObjectID { index.id(at: Int(order.places[entry])) }

  /// The kind of an entry; `nil` where no base tells it.
  func kind(of entry: Int) -> ObjectKind? { kinds[entry] }

  /// The length of an entry's decompressed bytes, as its header claims, cut to 32 bits.
  func size(of entry: Int) -> Int { Int(sizes[entry]) }

  /// The same, but no more than the entry's compressed bytes can become: DEFLATE makes at most 1,032
  /// bytes of one (zlib.net, "Technical Details").
  func likelySize(of entry: Int) -> Int {
    min(size(of: entry), order.range(of: entry).count * 1_032)
  }

  /// Whether the pack holds an object whose kind is known.
  func holds(_ id: ObjectID) -> Bool { place(of: id) != nil }

  /// The entry that holds an object; `nil` if the pack does not, or not one whose kind is known.
  func entry(of id: ObjectID) -> Int? { place(of: id).map { Int(order.entries[$0]) } }

  /// The place in the index of an object; `nil` if the pack does not hold it, or its kind is not known.
  func place(of id: ObjectID) -> Int? {
    guard let place = index.place(of: id) else { return nil }
    return isIncomplete && kinds[Int(order.entries[place])] == nil ? nil : place
  }
}
