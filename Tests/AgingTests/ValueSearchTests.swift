import Findings
import Patterns
import Testing

@testable import Aging

@Suite struct ValueSearchTests {
  /// Whether a value is found in a text.
  private func finds(_ value: String, in text: String) -> Bool {
    let search = ValueSearch([Secret(value.utf8)])
    var hits: [KeywordHit] = []
    var isFound = false
    search.search(Array(text.utf8).span, hits: &hits) { _ in isFound = true }
    return isFound
  }

  private func base64(_ text: String, isURL: Bool = false) -> String {
    String(decoding: Base64.encode(Array(text.utf8), isURL: isURL), as: UTF8.self)
  }

  @Test(arguments: [
    "hunter22", "k: hunter22", "k: 'hunter22'\r\n", "x=hunter22;", "https://u:hunter22@host",
    #"{"k":"a\nhunter22\n"}"#, #"{"k":"a\u003dhunter22"}"#, #"$'\x3Dhunter22'"#, "a%3Dhunter22",
    "mysql -phunter22 db", "-phunter22", "ühunter22", "x-hunter22-y",
  ])
  func `finds a short value as a whole word`(text: String) {
    #expect(finds("hunter22", in: text))
  }

  @Test(arguments: [
    "hunter223", "xhunter22", "_hunter22", "hunter22_", "hunter2", "HUNTER22", "-xphunter22",
    "a-phunter22", "3Dhunter22", "",
  ])
  func `does not find it inside of a longer word`(text: String) {
    #expect(!finds("hunter22", in: text))
  }

  @Test func `a long value is found inside of a longer word`() {
    let value = String(repeating: "aB3x", count: 5)
    #expect(finds(value, in: "prefix_\(value)_suffix"))
    #expect(!finds(String(value.dropLast()), in: "prefix_\(value)_suffix"))
  }

  @Test func `values of one to three bytes are never found, and disturb no others`() {
    for value in ["", "a", "ab", "abc"] { #expect(!finds(value, in: "k: \(value)\n")) }
    #expect(finds("abcd", in: "k: abcd\n"))
    let search = ValueSearch(["abc", "hunter22", "x", "winter33"].map { Secret($0.utf8) })
    var hits: [KeywordHit] = []
    var found: [Int] = []
    search.search(Array("abc winter33 x hunter22".utf8).span, hits: &hits) { found.append($0) }
    #expect(found == [3, 1])
  }

  @Test func `finds a value with quotes in every quotation`() {
    let value = #"p"a\ss'w0rd"#
    #expect(finds(value, in: "k: \(value)\n"))
    #expect(finds(value, in: #"k: "p\"a\\ss'w0rd""#))
    #expect(finds(value, in: #"k: 'p"a\ss''w0rd'"#))
    #expect(finds(value, in: "https://u:p%22a%5Css%27w0rd@host"))
  }

  @Test func `finds a value inside of Base64 at any place`() {
    for value in ["secret", "s3cret!", "hunter22", "pässwört", String(repeating: "k7", count: 30)] {
      for prefix in ["", "u:", "bob:", "user:", "{\"a\":\""] {
        for suffix in ["", "\n", "\r\n", "\"}"] {
          let text = "auth: " + base64(prefix + value + suffix)
          #expect(finds(value, in: text), "\(prefix)…\(suffix)")
        }
      }
    }
  }

  @Test func `does not find a neighbour's Base64`() {
    #expect(!finds("hunter2", in: base64("hunter22")))
    #expect(!finds("hunter2", in: base64("hunter3")))
    #expect(!finds("secret1", in: base64("secret2")))
    #expect(!finds("hunter22", in: base64("ahunter22")))
    #expect(!finds("hunter22", in: base64("abchunter22")))
    #expect(!finds("short", in: base64("short")))
  }

  @Test func `finds both alphabets of Base64`() {
    let value = "??>>??>>~~"
    #expect(base64(value) != base64(value, isURL: true))
    #expect(finds(value, in: base64(value)))
    #expect(finds(value, in: base64(value, isURL: true)))
  }

  @Test func `finds a private key however its lines are written`() {
    let lines = (0..<5).map { line -> String in
      let letters = (0..<64).map { (column: Int) -> UInt8 in
        UInt8(97 + (column * 7 + line * 5) % 26)
      }
      return String(decoding: letters, as: UTF8.self)
    }
    let (head, tail) = ("-----BEGIN KEY-----", "-----END KEY-----")
    let all: [String] = [head] + lines + ["short", tail]
    let plain = all.joined(separator: "\n")
    let escaped = all.joined(separator: #"\n"#)
    let indented = "k: |\n      " + all.joined(separator: "\n      ")
    let windows = all.joined(separator: "\r\n")
    let encoded = "data: " + base64(plain + "\n")
    for value in [plain, escaped, windows, indented] {
      for text in [plain, escaped, windows, indented, encoded] { #expect(finds(value, in: text)) }
    }
    // All keys of a kind begin alike: the first lines do not tell them apart.
    var others = all
    others[4] = String(lines[3].reversed())
    others[5] = lines[0]
    let other = others.joined(separator: "\n")
    #expect(!finds(plain, in: other))
    #expect(!finds(plain, in: "\(head)\n\(tail)\n"))
  }

  @Test func `finds a value of short lines as it is and as JSON has it`() {
    #expect(finds("user\npass", in: "user\npass\n"))
    #expect(finds("user\npass", in: #"{"k": "user\npass"}"#))
    #expect(!finds("user\npass", in: "user pass"))
  }
}
