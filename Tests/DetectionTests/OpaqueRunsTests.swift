import Testing

@testable import Detection

@Suite struct OpaqueRunsTests {
  private func isDigest(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var runs: [Range<Int>] = []
    OpaqueRuns.forEach(in: bytes, 0..<bytes.count) { runs.append($0) }
    return runs.first.map { OpaqueRuns.isDigest(bytes, $0) } ?? false
  }

  @Test(arguments: [
    "layer sha256:0123456789abcdef0123", "SHA1=0123456789abcdef0123", "md5:0123456789abcdef0123",
    "\"sha512-0123456789abcdef0123==\"", "sha3-0123456789abcdef0123",
  ])
  func aDigestSaysSo(text: String) { #expect(isDigest(text)) }

  @Test(arguments: [
    "0123456789abcdef0123", "box:0123456789abcdef0123", "256:0123456789abcdef0123",
    "cmd5x:0123456789abcdef0123", "shark-0123456789abcdef0123", "a2=0123456789abcdef0123",
  ])
  func otherStretchesMayBeKeys(text: String) { #expect(!isDigest(text)) }
}
