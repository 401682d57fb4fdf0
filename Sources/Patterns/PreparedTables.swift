/// The tables of a search as plain numbers: what a build writes into a program, so that nothing has to
/// be computed when it starts.
///
/// Whoever has tables adds their columns and later takes them back in the same order.
public struct PreparedTables: Sendable, Equatable {
  /// Columns of words, such as sets of bits and hashes.
  public private(set) var words: [[UInt64]]
  /// Columns of numbers, such as indices and lengths.
  public private(set) var numbers: [[Int32]]

  /// Tables with some columns; none to begin with.
  public init(words: [[UInt64]] = [], numbers: [[Int32]] = []) {
    self.words = words
    self.numbers = numbers
  }

  /// Adds a column of words.
  public mutating func add(_ column: [UInt64]) { words.append(column) }

  /// Adds a column of numbers.
  public mutating func add(_ column: [Int32]) { numbers.append(column) }

  /// Takes columns back, in the order in which they were added.
  public struct Reader {
    private let tables: PreparedTables
    private var nextWords = 0
    private var nextNumbers = 0

    /// A reader of all columns.
    public init(_ tables: PreparedTables) { self.tables = tables }

    /// The next column of words.
    public mutating func words() -> [UInt64] {
      nextWords += 1
      return tables.words[nextWords - 1]
    }

    /// The next column of numbers.
    public mutating func numbers() -> [Int32] {
      nextNumbers += 1
      return tables.numbers[nextNumbers - 1]
    }
  }
}
