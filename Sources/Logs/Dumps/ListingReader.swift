internal import Findings

/// Reads what tools list of their settings when they are asked to say much: a line that opens a listing,
/// and the named values behind it. `Listing` says what each looks like.
struct ListingReader {
  private var listing: Listing?
  private var start = 0
  private var end = 0
  /// The step that printed the line that opened the listing.
  private var step: String?
  private var terraform = TerraformLines()
  private var depth = 0
  private var assignments: [Assignment] = []

  /// Whether a line with this first byte can change anything.
  func minds(_ first: UInt8) -> Bool { listing != nil || Listing.mayOpen(with: first) }

  /// Reads a line.
  ///
  /// - Returns: the block that ended before it, if it holds values.
  mutating func read(_ line: Range<Int>, of text: [UInt8], places: LogPlaces) -> EnvironmentBlock? {
    if let listing {
      let span = text.span.extracting(line)
      let place = places.place(at: line.lowerBound)
      // What has no end, such as a here-document that was cut, goes no further than its step.
      let isInDocument = terraform.isInDocument && place.step == step
      if isInDocument || listing.goesOn(span, depth) {
        for entry in listing.entries?(line, text) ?? terraform.entries(line, text) {
          if let found = LogValue.assignment(
            name: entry.name, value: entry.value, in: text, place: place)
          {
            assignments.append(found)
            end = line.upperBound
          }
        }
        return nil
      }
    }
    let ended = finish()
    open(line, of: text, places)
    return ended
  }

  /// Ends the block at a line that cannot belong to it, or at the end of the text.
  mutating func finish() -> EnvironmentBlock? {
    defer {
      listing = nil
      assignments = []
    }
    guard let listing, !assignments.isEmpty else { return nil }
    return EnvironmentBlock(kind: listing.kind, range: start..<end, assignments: assignments)
  }

  private mutating func open(_ line: Range<Int>, of text: [UInt8], _ places: LogPlaces) {
    guard !line.isEmpty else { return }
    let span = text.span.extracting(line)
    guard let found = Listing.opened(by: span) else { return }
    listing = found
    start = line.lowerBound
    end = line.upperBound
    step = places.place(at: start).step
    terraform = TerraformLines()
    depth = 0
    while depth < span.count, span[depth] == Byte.space { depth += 1 }
  }
}
