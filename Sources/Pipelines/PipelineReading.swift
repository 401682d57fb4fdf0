public import Findings

/// What a pipeline file says.
public struct PipelineReading: Sendable {
  /// The language of the file.
  public let dialect: Dialect
  /// Every value that has a name, in the order of the file, lookups included: mapping entries,
  /// `NAME=VALUE` entries, and the assignments of embedded scripts. Ranges are those of the bytes
  /// that were read. Key path and name together tell the value again in another version of the
  /// file; a name may stand twice, for duplicate keys are all there.
  public let assignments: [Assignment]
  /// What kept parts of the file from being understood, in the order met.
  public let problems: [PipelineProblem]
  /// Ways in which the pipeline's secrets live too long or leak, in the order of the file.
  public let weaknesses: [Weakness]
  /// Whether the values are mostly examples of what a value may be, as in descriptions of interfaces.
  public var isDescription: Bool { dialect.name == Dialect.openAPI.name }
  private let places: PlaceTable

  init(
    dialect: Dialect, assignments: [Assignment], weaknesses: [Weakness],
    problems: [PipelineProblem],
    places: PlaceTable
  ) {
    self.dialect = dialect
    self.assignments = assignments
    self.weaknesses = weaknesses
    self.problems = problems
    self.places = places
  }

  /// A reading with the weaknesses that another reader found.
  init(of reading: PipelineReading, weaknesses: [Weakness]) {
    self.init(
      dialect: reading.dialect, assignments: reading.assignments, weaknesses: weaknesses,
      problems: reading.problems, places: reading.places)
  }

  /// Job, step and key path of the byte at an offset, as far as they are known: the words for what
  /// a pattern finds in the text. O(log values + depth).
  public func place(at offset: Int) -> Place { places.place(at: offset) }
}
