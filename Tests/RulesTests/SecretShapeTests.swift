import Rules
import Testing

@Suite struct SecretShapeTests {
  private func end(_ shape: String, _ text: String) throws -> Int? {
    try SecretShape(shape).end(in: Array(text.utf8), from: 0)
  }

  @Test func matchesRunsAndLiterals() throws {
    #expect(try end("{hex:4}", "0aF9") == 4)
    #expect(try end("{hex:4}", "0aG9") == nil)
    #expect(try end("b_{base62:3}", "b_x9Z") == 5)
    #expect(try end("{digits:1-4}-{base62:3}", "12-abc ") == 6)
    #expect(try end("{of:a-c_-:5}", "a_-cb\"") == 5)
    #expect(try end("{base62:3}{of:=:0-2}", "abc==") == 5)
    #expect(try end("{uuid}", "0f0e0d0c-0b0a-0908-0706-050403020100") == 36)
  }

  @Test func wantsTheValueToEnd() throws {
    #expect(try end("{hex:4}", "0aF9a") == nil)
    #expect(try end("{hex:4}", "0aF9_") == nil)
    #expect(try end("{hex:4}", "0aF9-b") == nil)
    #expect(try end("{hex:4}", "0aF9.b") == nil)
    #expect(try end("{hex:4}", "0aF9. Next") == 4)
    #expect(try end("{hex:4}", "0aF9") == 4)
    #expect(try end("{hex:4}", "0aF") == nil)
  }

  @Test(arguments: [
    "", "{base62:1-4}x", "{base62:1-4}{hex:3}", "{jwt:iss=a}", "«{hex:4}»", "{hex}",
  ])
  func refusesWhatCannotBeMatchedInOnePass(shape: String) {
    #expect(throws: TemplateError.self) { try SecretShape(shape) }
  }

  /// What a shape makes, it matches: rows of rule files rely on it for their examples.
  @Test func matchesWhatItMakes() throws {
    for source in ["{hex:32}", "x-{base62:8-20}.{base64url:4}", "{uuid}", "{of:A-F9=:12}"] {
      let shape = try SecretShape(source)
      for seed in 0..<50 as Range<UInt64> {
        let text = try Template(source).render(seed: seed).bytes
        #expect(shape.end(in: text, from: 0) == text.count, "\(source)")
      }
    }
  }
}
