import Glibc
import Testing

/// Writes a file.
func save(_ bytes: [UInt8], _ path: String) throws {
  let file = unsafe fopen(path, "w")
  try #require(unsafe file != nil)
  let count = unsafe fwrite(bytes, 1, bytes.count, file)
  unsafe fclose(file)
  #expect(count == bytes.count)
}

/// The bytes of a file.
func contents(_ path: String) throws -> [UInt8] {
  let file = unsafe fopen(path, "r")
  try #require(unsafe file != nil)
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe fread(&chunk, 1, chunk.count, file)
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}
