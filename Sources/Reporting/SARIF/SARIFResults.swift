import Findings

/// The results of a file as JSON, and which of them it holds.
struct SARIFResults {
  /// Some results, one after the other.
  private struct Piece {
    var bytes: [UInt8] = []
    /// Where each of them ends.
    var ends: [Int] = []
    /// What each of them adds to the compressed file at most.
    var costs: [Int] = []
  }

  /// A result, and where its JSON stands.
  private struct Result {
    let index: Int
    let piece: Int
    let range: Range<Int>
    let cost: Int
  }

  private var pieces: [Piece] = []
  private var results: [Result] = []

  /// No results.
  init() {}

  /// The results of some findings, by their indices.
  init(_ indices: [Int], of result: SARIFResult, _ sharing: any Sharing) {
    results.reserveCapacity(indices.count)
    var pieces: [Piece] = []
    var results: [Result] = []
    Pieces(sharing: sharing).write(
      of: indices.count,
      { range in
        var json = JSONWriter(lineDepth: 0)
        var piece = Piece()
        for index in indices[range] {
          piece.costs.append(result.write(result.report.findings[index], to: &json))
          piece.ends.append(json.bytes.count)
          json.endLine()
        }
        piece.bytes = json.bytes
        return piece
      },
      to: { piece in
        var start = 0
        for (end, cost) in zip(piece.ends, piece.costs) {
          results.append(
            Result(
              index: indices[results.count], piece: pieces.count, range: start..<end, cost: cost))
          start = end + 1
        }
        pieces.append(piece)
      })
    self.pieces = pieces
    self.results = results
  }

  /// How many there are.
  var kept: Int { results.count }

  /// Keeps the first ones, as many as a budget allows, in the order of their findings.
  mutating func keep(within budget: Int) {
    var budget = budget
    let first = results.prefix { result in
      budget -= result.cost
      return budget >= 0
    }
    results = first.sorted { $0.index < $1.index }
  }

  /// All of them in parts of at most so many, each within a budget where it holds more than one.
  func parts(of limit: Int, within budget: Int) -> [SARIFResults] {
    var parts: [[Result]] = [[]]
    var cost = 0
    for result in results {
      let isFull = parts[parts.count - 1].count >= limit || cost + result.cost > budget
      if isFull, !parts[parts.count - 1].isEmpty {
        parts.append([])
        cost = 0
      }
      cost += result.cost
      parts[parts.count - 1].append(result)
    }
    return parts.map { results in
      var part = self
      part.results = results
      return part
    }
  }

  /// The JSON of each.
  var json: some Sequence<ArraySlice<UInt8>> {
    results.lazy.map { pieces[$0.piece].bytes[$0.range] }
  }
}
