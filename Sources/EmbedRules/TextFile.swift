import Glibc

/// Whole files, by C's streams.
enum TextFile {
  static func read(_ path: String) -> [UInt8]? {
    guard let stream = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, stream)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return unsafe ferror(stream) == 0 ? bytes : nil
  }

  static func write(_ text: String, to path: String) -> Bool {
    guard let stream = unsafe fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let count = unsafe fwrite(bytes, 1, bytes.count, stream)
    return unsafe fclose(stream) == 0 && count == bytes.count
  }
}
