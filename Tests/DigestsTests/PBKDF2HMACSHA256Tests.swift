import Digests
import Testing

struct PBKDF2HMACSHA256Tests {
  private func key(
    _ password: String, _ salt: String, iterations: Int, length: Int = 32
  ) -> String? {
    PBKDF2HMACSHA256.key(
      password: Array(password.utf8).span, salt: Array(salt.utf8).span, iterations: iterations,
      length: length)?.hex
  }

  /// RFC 7914, section 11.
  @Test func vector() {
    #expect(
      key("passwd", "salt", iterations: 1, length: 64)
        == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783")
  }

  /// Computed with Python's hashlib.
  @Test func iterationsCount() {
    #expect(
      key("Password", "NaCl", iterations: 1000)
        == "c27dad0abae39af4ebb9965719d584e8b4eb2ee69e1fc9f8f4784d1ca68696e2")
    #expect(key("Password", "NaCl", iterations: 999) != key("Password", "NaCl", iterations: 1000))
  }

  @Test func whatIsOutOfRangeGivesNothing() {
    #expect(key("p", "s", iterations: 0) == nil)
    #expect(key("p", "s", iterations: -1) == nil)
    #expect(key("p", "s", iterations: .max) == nil)
    #expect(key("p", "s", iterations: 1, length: 0) == nil)
    #expect(key("p", "s", iterations: 1, length: 1025) == nil)
    #expect(key("", "", iterations: 1, length: 1)?.count == 2)
  }
}
