import Findings
import Testing

@testable import Aging

@Suite struct ObjectTableTests {
  /// A name whose first bytes are those of many others.
  private func id(_ number: Int, alike: Bool, length: Int = 20) throws -> ObjectID {
    var bytes = [UInt8](repeating: 0, count: length)
    for place in 0..<4 {
      bytes[alike ? length - 1 - place : place] = UInt8(number >> (8 * place) & 255)
    }
    return try #require(ObjectID(bytes: bytes))
  }

  @Test(arguments: [false, true])
  func `gives numbers in order, once`(alike: Bool) throws {
    var table = ObjectTable()
    let ids = try (0..<500).map { try id($0 * 7, alike: alike) }
    for (number, id) in ids.enumerated() {
      #expect(table.index(of: id) == nil)
      #expect(table.insert(id) == number)
      #expect(table.insert(ids[0]) == 0)
    }
    #expect(table.ids == ids)
    #expect(ids.map(table.index) == ids.indices.map { $0 })
    #expect(table.index(of: try id(1, alike: alike)) == nil)
  }

  @Test func `names of both lengths are told apart`() throws {
    var table = ObjectTable()
    #expect(table.insert(try id(0, alike: true)) == 0)
    #expect(table.insert(try id(0, alike: true, length: 32)) == 1)
    #expect(table.ids.count == 2)
  }
}
