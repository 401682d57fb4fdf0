import Glibc
import Rules
import Testing

@testable import Detection

/// Work is counted by comparing sizes: four times the text may cost about four times the time.
@Suite(.serialized) struct HostileTextTests {
  /// The processor time of this thread alone, so that other work on the machine does not matter.
  static func seconds(_ bytes: [UInt8]) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<2).map { _ in
      let start = now()
      _ = Fixture.detect(bytes)
      return now() - start
    }.min() ?? 0
  }

  @Test(arguments: [
    "key=", "password='", "token: \"", "secret ", "acme ", "key-", "://", "password=$(",
    "api_key={",
    "auth\\", "variable \"token\" { ", "secret = x ?? ", "name: token value: ", "passwordpassword",
    "ghp_", "token=a&", "-token ",
  ])
  func oneLongLineIsLinear(piece: String) {
    let unit = 1_500
    let small = Array(String(repeating: piece, count: unit / piece.utf8.count).utf8)
    let large = Array(String(repeating: piece, count: 4 * unit / piece.utf8.count).utf8)
    let ratio = Self.seconds(large) / max(Self.seconds(small), 0.000_5)
    #expect(ratio < 12, "\(piece): \(ratio)")
  }

  @Test func denseCandidatesAreAllFound() {
    var text = ""
    for index in 0..<800 {
      text += "export API_KEY_\(index)=\(Fixture.random(40, seed: UInt64(index)))\n"
    }
    #expect(Fixture.detect(Array(text.utf8)).confirmed.count == 800)
  }

  @Test func anyBytesAreRead() {
    var generator = Fixture.Generator(state: 5)
    let pieces = [
      "password", "token", "key", "=", ":", "\"", "'", "\\", " ", "\n", "<", ">", "${", "}", "$(",
      "ghp_", "acme", "://", "@", "--", "value", "name", "Bearer ", "#", "leakage:allow", "until=",
    ].map { Array($0.utf8) }
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<generator.next() % 60 {
        if generator.next() % 3 == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += pieces[Int(generator.next() % UInt64(pieces.count))]
        }
      }
      let detected = Fixture.detect(bytes, isLog: generator.next() % 2 == 0)
      for candidate in detected.confirmed {
        #expect(candidate.range.lowerBound >= 0 && candidate.range.upperBound <= bytes.count)
        #expect(!candidate.range.isEmpty)
      }
    }
  }

  /// What a reader looks for behind a mark may lie behind the end of the text.
  @Test(arguments: [
    "see PASSWORD( \"x\")", "f('PASSWORD', 'x')", "foo TOKEN(\t'x'", "x password = \\\n  \"a\"",
    "- name: API_TOKEN\n  value: \"x\"", "variable \"db_password\" {\n  default = \"x\"\n}",
    "<password><![CDATA[x]]></password>", "password As String = \"x\"", "a-token-9f8a7b6c5d4e3f2a",
    "password: String = N'x'", "Authorization: Bearer x", "token=[]byte(\"x\")", "a ?? \"x\"",
    "password%3Dx%26", "\\u0022password\\u0022:\\u0022x", "password=3Dx=\n", "&quot;token&quot;",
    "Unseal Key 2: x", "machine x login y\n password z", "[\"secret\"] = x", "{password, \"x\"}",
  ])
  func everyBeginningIsRead(text: String) {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      for isLog in [false, true] {
        let detected = Fixture.detect(Array(bytes[..<count]), isLog: isLog)
        for candidate in detected.confirmed {
          #expect(candidate.range.upperBound <= count)
        }
      }
    }
  }
}
