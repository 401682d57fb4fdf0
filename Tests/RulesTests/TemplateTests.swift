import Testing

@testable import Rules

@Suite struct TemplateTests {
  private func text(_ template: String, seed: UInt64 = 1) throws -> String {
    String(decoding: try Template(template).render(seed: seed).bytes, as: UTF8.self)
  }

  @Test func marksSecretsAndLeavesTheMarksOut() throws {
    let rendered = try Template("a=«b» c=«{repeat:x:3}»").render(seed: 0)
    #expect(String(decoding: rendered.bytes, as: UTF8.self) == "a=b c=xxx")
    #expect(rendered.secrets == [2..<3, 6..<9])
  }

  @Test func isTheSameForTheSameSeedOnly() throws {
    #expect(try text("{base62:30}", seed: 7) == text("{base62:30}", seed: 7))
    #expect(try text("{base62:30}", seed: 7) != text("{base62:30}", seed: 8))
    // On any machine and at any time: examples must not fail by chance.
    #expect(try text("{hex:8}", seed: 1) == "17eb9055")
  }

  @Test(arguments: [
    "${VAR}", "${base62:3}", "${{ secrets.X }}", "{\"a\": 1}", "{ x }", "{}", "{", "{a b}", "a{",
    "{unclosed:3",
  ])
  func leavesOtherBracesAlone(_ template: String) throws {
    #expect(try text(template) == template)
  }

  @Test(arguments: [
    "{bas62:3}", "{base62:x}", "{base62:0}", "{base62:99999}", "{repeat:x}", "{password:2}", "«a",
    "a»", "««a»»", "«»", "{github:5}", "{github:36:right}", "{jwt:exp}", "{pypi-macaroon:who=me}",
    "{pem:}", "{pem:KEY:folded}", "{jfrog-reference:soon}",
  ])
  func refusesMistakes(_ template: String) {
    #expect(throws: TemplateError.self) { try Template(template).render(seed: 0) }
  }
}
