/// What a value is made of, counted in one pass.
struct ValueShape {
  private(set) var lowercase = 0
  private(set) var uppercase = 0
  private(set) var digits = 0
  private(set) var hexDigits = 0
  private(set) var blanks = 0
  /// Printable ASCII that is neither letter, digit nor blank.
  private(set) var symbols = 0
  /// Control characters and bytes from 128 on.
  private(set) var others = 0
  /// Changes between letters and digits: many in random values, few in `server2012`.
  private(set) var turns = 0
  let count: Int

  init(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    let isHeld: Void? = bytes.withContiguousStorageIfAvailable { unsafe read($0) }
    if isHeld == nil { unsafe Array(bytes).withUnsafeBufferPointer { unsafe read($0) } }
  }

  /// Counts bytes: one look in a table for each, without branches, since the bytes of a random value
  /// are a coin toss each.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Self.table
    unsafe table.withUnsafeBufferPointer { table in
      var start = 0
      var previous: UInt64 = 0
      while start < bytes.count {
        // A count of eight bits must not overflow.
        let end = min(start + 255, bytes.count)
        var counts: UInt64 = 0
        for index in start..<end {
          // The table has an entry for each byte.
          let entry = unsafe table[Int(bytes[index])]
          counts &+= entry & Self.counted
          let turn = (entry &>> 1 & previous) | (entry & previous &>> 1)
          turns += Int(truncatingIfNeeded: turn &>> 62)
          previous = entry
        }
        add(counts)
        start = end
      }
    }
  }

  private mutating func add(_ counts: UInt64) {
    func count(_ place: UInt64) -> Int { Int(truncatingIfNeeded: counts &>> (8 * place) & 0xFF) }
    lowercase += count(0)
    uppercase += count(1)
    digits += count(2)
    hexDigits += count(3)
    blanks += count(4)
    symbols += count(5)
    others += count(6)
  }

  /// What a byte adds to the seven counts, in the eight bits of each; the highest bit says that it is
  /// a letter, the one below that it is a digit.
  private static let table: [UInt64] = (0...255 as ClosedRange<UInt8>).map { byte in
    let (isLetter, isDigit) = (byte.isLetter, byte.isDigit)
    let isSpace = byte.isBlank || byte.isNewline
    let isPrintable = byte &- 0x21 < 0x5E
    let kinds = [
      byte.isLowercase, byte.isUppercase, isDigit, byte.isHexDigit, isSpace,
      isPrintable && !isLetter && !isDigit, !isPrintable && !isSpace,
    ]
    let counts = kinds.enumerated().reduce(0 as UInt64) {
      $0 | ($1.element ? 1 : 0) << (8 * UInt64($1.offset))
    }
    return counts | (isLetter ? 1 << 63 : 0) | (isDigit ? 1 << 62 : 0)
  }

  /// The bits of the counts.
  private static let counted: UInt64 = 1 << 56 &- 1

  var letters: Int { lowercase + uppercase }
  /// How many of the classes lower case, upper case, digit and symbol occur.
  var classes: Int {
    (lowercase > 0 ? 1 : 0) + (uppercase > 0 ? 1 : 0) + (digits > 0 ? 1 : 0)
      + (symbols > 0 ? 1 : 0)
  }
  var isDigitsOnly: Bool { digits == count }
  var isHexadecimal: Bool { hexDigits == count && count > 0 }
}
