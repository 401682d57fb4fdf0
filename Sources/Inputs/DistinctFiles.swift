internal import Findings

/// Submits each file once, whichever of the user's paths lead to it.
struct DistinctFiles {
  private var seen: Set<Path> = []
  /// Whether a file can be met twice at all.
  private var remembers: Bool
  private let submit: (InputUnit) -> Void

  init(_ plan: InputPlan, submit: @escaping (InputUnit) -> Void) {
    remembers = plan.request.paths.count > 1
    self.submit = submit
  }

  /// Takes files for submitted, by their locations.
  mutating func skip(_ locations: some Sequence<Path>) {
    remembers = true
    seen.formUnion(locations)
  }

  /// Submits a file, unless it was submitted before.
  mutating func add(_ file: FileUnit) {
    if remembers, !seen.insert(file.location).inserted { return }
    submit(.file(file))
  }
}
