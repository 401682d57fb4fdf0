import Testing

@testable import Patterns

struct MachineCodeTests {
  @Test func patternsAreTranslatedToMachineCode() throws {
    #expect(try Pattern("a(?<secret>b+)c").machineCodeSize > 0)
  }

  @Test func aPatternMayOptOut() throws {
    #expect(try Pattern("(*NO_JIT)ab").machineCodeSize == 0)
    #expect(search("(*NO_JIT)b(?<secret>c)", in: "abc") == .match(whole: 1..<3, secret: 2..<3))
  }
}
