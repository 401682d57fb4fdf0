import Digests
import Testing

/// The examples of FIPS 180-4, as NIST's "Examples with Intermediate Values" gives them.
struct HashTests {
  private static let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

  @Test(
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (long, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ])
  func sha256(text: String, hex: String) {
    #expect(SHA256.digest(Array(text.utf8).span).hex == hex)
  }

  @Test(
    arguments: [
      ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
      (long, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    ])
  func sha1(text: String, hex: String) {
    #expect(SHA1.digest(Array(text.utf8).span).hex == hex)
  }

  @Test func partsMakeTheSameDigestAsTheWhole() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    for cut in [0, 1, 63, 64, 65, 128, 300] {
      var sha256 = SHA256()
      sha256.update(Array(bytes[..<cut]).span)
      let early = sha256.digest()
      sha256.update(Array(bytes[cut...]).span)
      #expect(sha256.digest() == SHA256.digest(bytes.span))
      #expect(early == SHA256.digest(Array(bytes[..<cut]).span))
    }
  }

  @Test func aGitBlobHasItsName() {
    // `git hash-object` of an empty file.
    var hash = SHA1()
    hash.update(Array("blob 0\u{0}".utf8).span)
    #expect(hash.digest().hex == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
  }

  @Test func hexadecimalIsLowerCaseAndPadded() {
    #expect(([0x00, 0x0a, 0xff, 0x10] as [UInt8]).hex == "000aff10")
    #expect("\(Digest(bytes: [0xab]))" == "ab")
  }
}
