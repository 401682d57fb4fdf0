import Patterns

/// Tables as Swift source: lists of number literals at the top of a file, which the compiler lays out
/// as they are, so that nothing is done for them when the program starts.
enum TableSource {
  /// An expression for tables, and the declarations that it names.
  static func source(of tables: PreparedTables) -> (expression: String, declarations: String) {
    let words = tables.words.enumerated().map { declaration("words\($0)", "UInt64", $1) }
    let numbers = tables.numbers.enumerated().map { declaration("numbers\($0)", "Int32", $1) }
    let names = { (name: String, count: Int) in
      (0..<count).map { "\(name)\($0)" }.joined(separator: ", ")
    }
    return (
      "PreparedTables(words: [\(names("words", words.count))], "
        + "numbers: [\(names("numbers", numbers.count))])",
      (words + numbers).joined()
    )
  }

  private static func declaration(
    _ name: String, _ type: String, _ column: [some BinaryInteger]
  ) -> String {
    "private let \(name): [\(type)] = [\(column.map { "\($0)" }.joined(separator: ","))]\n"
  }
}
