public import Findings
public import Git
internal import Patterns

/// Looks for values in the blobs of a walk through packs, each byte once: of a delta only what it
/// inserts and where its copies meet is searched; what stands within one copy is known from the base.
public struct ValueVisitor: PackVisitor {
  /// Where values stand in a blob, in order; `nil` where they are too many to be kept.
  public struct Legacy: Sendable {
    let hits: [ValueSearch.Hit]?
  }

  /// The values and the blobs that hold them.
  public private(set) var found: [(value: Int, blob: ObjectID)] = []
  /// How many bytes were searched.
  public private(set) var searched = 0
  private let search: ValueSearch
  private var keywords: [KeywordHit] = []
  /// What was found near the changes of the blob at hand.
  private var fresh: [ValueSearch.Hit] = []
  /// The ranges that the delta at hand may have changed.
  private var changed: [Range<Int>] = []
  /// For each value the last blob, by its number, that holds it.
  private var lastHolder: [Int]
  private var visited = 0

  /// A blob with more hits is searched anew in every version. A password that is a word stands
  /// thousands of times in a text.
  private static let mostHits = 1 << 15

  /// A search on one thread.
  public init(_ search: ValueSearch) {
    self.search = search
    lastHolder = [Int](repeating: 0, count: search.valueCount)
  }

  public mutating func visit(_ object: PackedObject, legacy: Legacy?) -> Legacy {
    var hits: [ValueSearch.Hit] = []
    fresh.removeAll(keepingCapacity: true)
    if let delta = object.delta, let known = legacy?.hits {
      inherit(known, by: delta, size: object.bytes.count, into: &hits)
      findChanges(by: delta, size: object.bytes.count)
      for range in changed { look(in: range, of: object.bytes) }
      if !fresh.isEmpty {
        fresh.sort { $0.precedes($1) }
        hits = merged(hits)
      }
    } else {
      look(in: 0..<object.bytes.count, of: object.bytes)
      fresh.sort { $0.precedes($1) }
      hits = fresh
    }
    visited += 1
    if !hits.isEmpty {
      let id = object.id
      for hit in hits where lastHolder[hit.value] != visited {
        lastHolder[hit.value] = visited
        found.append((hit.value, id))
      }
    }
    return Legacy(hits: hits.count <= Self.mostHits ? hits : nil)
  }

  /// The hits that were inherited and those that were found anew, in order, each once: what is
  /// inherited and lies near a change is found once more, and what lies near two changes twice.
  private func merged(_ inherited: [ValueSearch.Hit]) -> [ValueSearch.Hit] {
    var hits: [ValueSearch.Hit] = []
    hits.reserveCapacity(inherited.count + fresh.count)
    var index = 0
    for hit in fresh where hit != hits.last {
      while index < inherited.count, inherited[index].precedes(hit) {
        hits.append(inherited[index])
        index += 1
      }
      while index < inherited.count, inherited[index] == hit { index += 1 }
      hits.append(hit)
    }
    hits += inherited[index...]
    return hits
  }

  private mutating func look(in range: Range<Int>, of bytes: [UInt8]) {
    searched += range.count
    search.search(bytes.span, in: range, hits: &keywords) { fresh.append($0) }
  }

  /// The hits of the base that lie in one copy with all that decides them.
  private func inherit(
    _ known: [ValueSearch.Hit], by delta: PackedObject.Delta, size: Int,
    into hits: inout [ValueSearch.Hit]
  ) {
    guard let first = known.first?.range.lowerBound, let last = known.last?.range.lowerBound
    else { return }
    for operation in delta.operations {
      // Most copies hold no hit.
      guard let copied = operation.base, copied.lowerBound <= last, copied.upperBound > first
      else { continue }
      // A copy from the beginning to the beginning brings the edge of the file with it.
      let from =
        copied.lowerBound == 0 && operation.target.lowerBound == 0
        ? Int.min : copied.lowerBound + ValueSearch.context
      let upTo =
        copied.upperBound == delta.baseSize && operation.target.upperBound == size
        ? Int.max : copied.upperBound - ValueSearch.context
      var index = known.partitioningIndex { $0.range.lowerBound >= copied.lowerBound }
      while index < known.count, known[index].range.lowerBound < copied.upperBound {
        let range = known[index].range
        if range.lowerBound >= from, range.upperBound <= upTo {
          hits.append(
            ValueSearch.Hit(
              range: range.lowerBound + operation.shift..<range.upperBound + operation.shift,
              value: known[index].value))
        }
        index += 1
      }
    }
  }

  /// Finds the ranges in which a piece of each value stands whose surroundings are not within one
  /// copy.
  private mutating func findChanges(by delta: PackedObject.Delta, size: Int) {
    let margin = search.reach + ValueSearch.context
    changed.removeAll(keepingCapacity: true)
    // The range that may still grow.
    var (start, end) = (0, -1)
    func add(_ range: Range<Int>) {
      let from = max(0, range.lowerBound - margin)
      if end < from {
        if end >= 0 { changed.append(start..<end) }
        start = from
      }
      end = max(end, min(size, range.upperBound + margin))
    }
    if delta.operations.first?.base?.lowerBound != 0 { add(0..<0) }
    var wasCopy = false
    for operation in delta.operations {
      let target = operation.target
      if !operation.isCopy {
        add(target)
      } else if wasCopy {
        add(target.lowerBound..<target.lowerBound)
      }
      wasCopy = operation.isCopy
    }
    if delta.operations.last?.base?.upperBound != delta.baseSize { add(size..<size) }
    if end >= 0 { changed.append(start..<end) }
  }
}

extension [ValueSearch.Hit] {
  /// The first index whose element is in the second part.
  fileprivate func partitioningIndex(_ isSecond: (ValueSearch.Hit) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
