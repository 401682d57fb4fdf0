import Findings
import Foundation
import Testing

@testable import Scanning

/// One token, written in the ways in which it gets into logs past the masks: all but the last two are
/// found, each once and at its place.
@Suite struct EncodingTests {
  static let time = "2024-05-01T10:00:00.1234567Z"
  static let record = "2024-05-01T10:00:00.123456Z"

  static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static func percent(_ text: String) -> String {
    text.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
  }

  static func hex(_ text: String) -> String {
    text.utf8.map { String($0, radix: 16) }.joined()
  }

  static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// The name of an encoding, and a log that holds the token in it.
  static let encodings: [(name: String, log: @Sendable (String) -> [UInt8])] = [
    ("plain", { Array("use \($0) now\n".utf8) }),
    ("byte order mark", { [0xEF, 0xBB, 0xBF] + Array("\($0)\n".utf8) }),
    ("UTF-16", { utf16("use \($0) now\n") }),
    ("coloured", { Array("use \u{1B}[31m\($0)\u{1B}[0m now\n".utf8) }),
    ("colour inside", { Array("use \($0.prefix(9))\u{1B}[1;32m\($0.dropFirst(9)) now\n".utf8) }),
    ("base64", { Array("Authorization: Basic \(base64("user:\($0)"))\n".utf8) }),
    ("percent", { Array("https://example.com/?x=\(percent($0))\n".utf8) }),
    ("JSON", { Array("{\"log\":\"{\\\"a\\\":\\\"\\u0022\($0)\\\"}\"}\n".utf8) }),
    (
      "JSON messages",
      { token in
        Array(
          ("[{\"message\":\"use \(token.prefix(9))\",\"time\":\"2024-05-01T10:00:00Z\",\"type\":\"out\"},"
            + "{\"message\":\"\(token.dropFirst(9))\\r\\n\",\"time\":\"2024-05-01T10:00:00Z\",\"type\":\"out\"}]")
            .utf8)
      }
    ),
    ("two lines", { Array("\(time) use \($0.prefix(9))\n\(time) \($0.dropFirst(9))\n".utf8) }),
    (
      "continued record",
      { Array("\(record) 01O use \($0.prefix(9))\n\(record) 01O+\($0.dropFirst(9))\n".utf8) }
    ),
    ("hexadecimal", { Array("x \(hex($0)) y\n".utf8) }),
    ("reversed", { Array("\(String($0.reversed()))\n".utf8) }),
    ("spaced", { Array("\($0.map { "\($0)" }.joined(separator: " "))\n".utf8) }),
  ]

  @Test(arguments: encodings.indices) func theTokenIsFoundOnce(index: Int) throws {
    let (name, log) = Self.encodings[index]
    let folder = try Folder()
    let token = String(decoding: try planted("ghp_{github:36}"), as: UTF8.self)
    let bytes = log(token)
    try folder.write("job.log", bytes)
    let findings = try folder.scan().findings
    let isLost = ["reversed", "spaced"].contains(name)
    // Basic authorization is found by its own rule, whose value is the whole credential.
    #expect(findings.count == (isLost ? 0 : 1), "\(name): \(findings.map(\.rule.id))")
    for finding in findings where name != "base64" {
      #expect(finding.secret == Secret(token.utf8), "\(name)")
    }
    for finding in findings {
      let region = finding.location.region
      #expect(region.byteOffset >= 0 && region.byteOffset + region.byteLength <= bytes.count)
      #expect(region.startLine == 1)
    }
  }
}
