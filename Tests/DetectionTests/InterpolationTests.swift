import Testing

@testable import Detection

@Suite struct InterpolationTests {
  @Test(arguments: [
    "${{ secrets.TOKEN }}", "$(TOKEN)", "$[ variables.x ]", "$[[ inputs.x ]]", "$TOKEN", "${TOKEN}",
    "$$TOKEN", "%TOKEN%", "((vault:a.b))", "{{ token }}", "{% raw %}", "<%= ENV['X'] %>",
    "<< parameters.x >>", "#{token}", "$env:TOKEN", "$config['db']", "$this->token", "%(token)s",
    "{token}", "{0}", "{}", "${{ a }}${{ b }}", "$(cat file", "${X:?missing}", "${X:+set}",
    "`cmd x`",
    "\\$_POST[", "${a.b}", "$super$ecret", "@{token}", "{password!r}",
  ])
  func isALookup(value: String) {
    let parts = Interpolation(Array(value.utf8))
    #expect(parts.lookups > 0, "\(value)")
    #expect(parts.literal.filter(\.isAlphanumeric).isEmpty, "\(value)")
    #expect(parts.fallback == nil, "\(value)")
  }

  @Test(arguments: [
    ("${X:-hunter2}", "hunter2"), ("${X-hunter2}", "hunter2"), ("${X:=hunter2}", "hunter2"),
    ("${spring.x:hunter2}", "hunter2"), ("${env:X, 'hunter2'}", "hunter2"),
    ("${X:-\"hunter2\"}", "hunter2"),
  ])
  func holdsALiteral(value: String, literal: String) throws {
    let parts = Interpolation(Array(value.utf8))
    let fallback = try #require(parts.fallback)
    #expect(String(decoding: fallback.text, as: UTF8.self) == literal)
    #expect(Array(value.utf8)[fallback.offset...].starts(with: literal.utf8))
    #expect(parts.literal.isEmpty)
  }

  @Test(arguments: [
    "super$ecret", "Pa$$w0rd", "a%bcd%e", "100%", "{", "a{b", "$", "$1$salt", "50%off%", "(x)",
    "PVqk%bDPOA%L9UM", "a$b!c",
  ])
  func isLiteral(value: String) {
    #expect(Interpolation(Array(value.utf8)).lookups == 0, "\(value)")
  }

  @Test func anyBytesEnd() {
    var generator = Fixture.Generator(state: 3)
    let alphabet = Array("${}()[]<>%#@\\`:-'x ".utf8)
    for _ in 0..<20_000 {
      let value = (0..<generator.next() % 12).map { _ in
        alphabet[Int(generator.next() % UInt64(alphabet.count))]
      }
      #expect(Interpolation(value).literal.count <= value.count)
    }
  }

  /// A value of a configuration may be of any length.
  @Test(.timeLimit(.minutes(1)), arguments: ["%(", "$a.", "$a:", "{a", "%a", "$a->", "\\(", "#{"])
  func longValuesEnd(piece: String) {
    let value = String(repeating: piece, count: 200_000)
    #expect(Interpolation(Array(value.utf8)).lookups >= 0)
    let path = "$" + String(repeating: String(piece.dropFirst()), count: 200_000)
    #expect(Interpolation(Array(path.utf8)).lookups >= 0)
  }
}
