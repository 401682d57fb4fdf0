import ArgumentParser
import Testing

@testable import leakage

/// Plain command lines mean what ArgumentParser says that they mean.
@Suite struct PlainScanTests {
  private static func text(_ command: ScanCommand) -> String {
    var text = ""
    dump(command.input, to: &text)
    dump(command.ages, to: &text)
    dump(command.gate, to: &text)
    dump(command.settings, to: &text)
    dump(command.output, to: &text)
    dump(command.general, to: &text)
    return text
  }

  @Test(arguments: [
    [], ["."], ["ci.yml"], ["a", "b"], ["help"], ["a b"], ["--history", "."], [".", "--staged"],
    ["--age", "none", "x"], ["x", "--as-of", "2026-11-01"], ["-f", "json"],
    ["--format", "sarif=x"],
    ["--format", "json", "-f", "text=x", "y"], ["-o", "x", "y"], ["--output", "x"], ["-j", "2"],
    ["--jobs", "256"], ["--exit-zero", "--no-cache", "x"],
    ["x", "--age", "config", "--as-of", "2026-11-01T12:00:00Z", "-f", "json", "-j", "1", "y"],
  ])
  func `they are read as ArgumentParser reads them`(arguments: [String]) throws {
    let plain = try #require(ScanCommand(plain: arguments))
    #expect(try Self.text(plain) == Self.text(ScanCommand.parse(arguments)))
  }

  @Test(arguments: [
    ["-"], ["--"], ["--age=none"], ["-fjson"], ["--age"], ["--age", "-x"], ["--age", "soon"],
    ["--as-of", "yesterday"], ["--format", "pdf"], ["--format", ""], ["-j", "0"], ["-j", "many"],
    ["-j", "1", "--jobs", "2"], ["-o", "x", "--output", "y"], ["--age", "none", "--age", "full"],
    ["--history", "--staged"], ["-o", "x", "-f", "json", "--format", "text"], ["-h"], ["--help"],
    ["--version"], ["--explain"], ["--fail-on", "new"], ["--baseline", "x"], ["--unknown"], ["-x"],
    ["-o", "x", "--format", "json=y"],
  ])
  func `others are left to it`(arguments: [String]) {
    #expect(ScanCommand(plain: arguments) == nil)
  }
}
