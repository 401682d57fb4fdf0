import Findings
import Testing

@Suite struct ObjectIDTests {
  private let sha1 = String(repeating: "0aF9", count: 10)

  @Test func hexadecimalGoesBothWays() throws {
    let id = try #require(ObjectID(sha1))
    #expect(id.bytes.count == 20)
    #expect(id.description == sha1.lowercased())
    #expect(id.short == "0af90af9")
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(String(repeating: "ab", count: 32))?.bytes.count == 32)
  }

  @Test(arguments: [
    "", "0af9", String(repeating: "g", count: 40), String(repeating: "0", count: 41),
  ])
  func otherTextIsNoName(text: String) { #expect(ObjectID(text) == nil) }

  @Test func zeroAndOrder() throws {
    let zero = try #require(ObjectID(bytes: [UInt8](repeating: 0, count: 20)))
    let one = try #require(ObjectID(bytes: [UInt8](repeating: 0, count: 19) + [1]))
    #expect(zero.isZero && !one.isZero)
    #expect(zero < one && !(one < zero))
    #expect(ObjectID(bytes: [1, 2, 3]) == nil)
  }
}
