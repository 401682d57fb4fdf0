internal import Glibc

/// Memory of many megabytes that is written once and read a few times: most of its cost is that of the
/// system's handing it out page by page.
public enum LargePages {
  /// From where on it is worth asking.
  private static let least = 4 << 20

  /// Asks the system to back the free room of an array by large pages, where it does so on request
  /// (Linux, `transparent_hugepage` at `madvise`). Nothing depends on the answer.
  public static func advise(_ bytes: inout [UInt8]) {
    let room = bytes.capacity - bytes.count
    guard room >= least else { return }
    bytes.append(addingCapacity: room) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, _ in
        guard let base = unsafe buffer.baseAddress else { return }
        // The call takes whole pages only; the array's own first page is left out.
        let page = 4_096
        let start = unsafe UnsafeMutableRawPointer(base).alignedUp(toMultipleOf: page)
        let length = unsafe (base + buffer.count) - start.assumingMemoryBound(to: UInt8.self)
        unsafe madvise(start, length & ~(page - 1), MADV_HUGEPAGE)
      }
    }
  }
}
