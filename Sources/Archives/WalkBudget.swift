/// What one top-level file has cost so far, at all depths.
final class WalkBudget {
  let limits: ArchiveLimits
  private let inputSize: Int?
  private var input = 0
  private var output: [Int]
  private var entries = 0
  private var held = 0
  /// The limit that ended the walk.
  private(set) var met: ArchiveLimit?

  init(_ limits: ArchiveLimits, inputSize: Int?) {
    self.limits = limits
    self.inputSize = inputSize
    output = Array(repeating: 0, count: max(limits.depth, 0) + 2)
  }

  /// Counts bytes that appeared at a depth, and says how many of them may pass.
  ///
  /// Each depth has its own sum: the bytes of a `.tar.gz` appear twice, as the tar and as its
  /// members, and shall be counted once. What is passed over counts as well, since it is work.
  func admit(_ count: Int, depth: Int) -> Int {
    guard depth > 0 else {
      input += count
      return count
    }
    guard met == nil else { return 0 }
    let index = min(depth, output.count - 1)
    let before = output[index]
    // An archive whose members overlap makes us read the same bytes again: they count once.
    let unique = min(input, inputSize ?? input)
    let (product, overflow) = max(unique, 1).multipliedReportingOverflow(by: limits.ratio)
    let byRatio = overflow ? Int.max : max(limits.ratioFloor, product)
    let most = min(byRatio, limits.totalBytes)
    let admitted = min(count, max(most - before, 0))
    output[index] = before + admitted
    if admitted < count { met = byRatio < limits.totalBytes ? .ratio : .totalBytes }
    return admitted
  }

  /// Counts one member.
  /// - Returns: false when it is one too many.
  func countEntry() -> Bool {
    guard met == nil else { return false }
    guard entries < limits.entries else {
      met = .entries
      return false
    }
    entries += 1
    return true
  }

  /// The bytes that may still be held in memory.
  var holdable: Int { max(limits.heldBytes - held, 0) }

  func hold(_ count: Int) { held += count }
  func release(_ count: Int) { held -= count }

  /// The memory that a decompressor at this depth may take, in bytes.
  ///
  /// 128 MiB is the window of `zstd -22` and enough for `xz -9`. All depths together stay below
  /// 512 MiB: three of them at the most, and 8 MiB for each further one.
  func decoderMemory(depth: Int) -> Int { depth < 3 ? 128 << 20 : 8 << 20 }
}
