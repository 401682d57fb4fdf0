import Archives
import Glibc

enum Pipe {
  /// Walks bytes that come through a pipe; they must fit into its buffer.
  static func walk(_ bytes: [UInt8]) -> Recorder {
    var ends: [Int32] = [0, 0]
    var recorder = Recorder()
    guard unsafe pipe(&ends) == 0 else { return recorder }
    _ = unsafe write(ends[1], bytes, bytes.count)
    close(ends[1])
    ArchiveWalker().walk(.file(descriptor: ends[0]), into: &recorder)
    close(ends[0])
    return recorder
  }
}
