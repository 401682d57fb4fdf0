/// How many bytes the deltas of one pack may become: some bytes of a pack can claim to be any number
/// of objects, each of them as long as the largest that is read.
///
/// What a family of deltas may become is decided before any is read, from the pack alone, so that
/// the same objects are read however many threads there are.
struct ExpansionLimit {
  private var left: Int

  /// The histories of real repositories are 2 to 140 times as long as their packs.
  private static let ratio = 1_000
  private static let least = 256 << 30
  /// A family's objects are about as long as its base, unless it grew with its file.
  private static let growth = 4
  private static let familyLeast = 4 << 20

  init(packSize: Int) { left = max(Self.least, packSize * Self.ratio) }

  /// What a family may become.
  ///
  /// - Parameters:
  ///   - weight: the length of its base, for each of its objects.
  ///   - entries: how many objects it has.
  mutating func take(weight: Int, entries: Int) -> Int {
    let wanted = entries == 1 ? weight : weight * Self.growth + Self.familyLeast
    let taken = min(left, wanted)
    left -= taken
    return taken
  }
}
