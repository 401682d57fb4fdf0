import Logs
import Testing

@Suite struct MaskTests {
  @Test(arguments: [
    "***", "****", "********", "[MASKED]", "[masked]", "[REDACTED]", "[secure]", "[FILTERED]",
    "(sensitive value)", "(protected)", "<redacted>", "XXXXX", "xxxx", "$DB_PASSWORD", "\"***\"",
    " *** ", "'[MASKED]'", "[REDACTED:github-token:3f2a91c0]", "[REDACTED:jwt:3f2a91c0",
  ])
  func aMaskIsAMask(value: String) {
    #expect(Mask.isMask(value.utf8))
    #expect(Mask.contains(Array(value.utf8)))
  }

  @Test(arguments: [
    "AKIA***", "***@host", "user:***@", "https://user:***@host/", "glpat-[MASKED]",
    "x-amz-signature=[MASKED]", "key-xxxxxxxx", "***\nshort\n***", "Bearer [REDACTED]",
    "postgres://ci:[REDACTED:url-credentials:3f2a91c0]@db",
  ])
  func aValueIsMaskedInPart(value: String) {
    #expect(!Mask.isMask(value.utf8))
    #expect(Mask.contains(Array(value.utf8)))
  }

  @Test(arguments: [
    "", " ", "**", "xxx", "xxXx1", "$", "$a", "$ecret", "$1", "[masked", "hunter2", "a**b",
    "(secret",
    "***\nbut this long line was forgotten\n***", "\"\"", "\u{E9}",
  ])
  func anythingElseIsNone(value: String) {
    #expect(!Mask.isMask(value.utf8))
    #expect(!Mask.contains(Array(value.utf8)))
  }
}
