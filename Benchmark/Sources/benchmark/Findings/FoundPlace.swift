/// A place where a tool says that something is.
struct FoundPlace: Equatable {
  /// Relative to the scanned folder.
  var path: String
  /// The member of the archive at `path`; none for a file that is no archive.
  var member: String?
  /// From 1.
  var lines: ClosedRange<Int>
}

/// One finding of a tool: all places that it names for it.
struct Found: Equatable {
  var places: [FoundPlace]
  /// The findings inside it, such as the variables of a printed environment.
  var members: [Found] = []
}

/// What a tool found, and whether it says that it saw everything.
struct FoundList: Equatable {
  var findings: [Found]
  var isIncomplete = false
}
