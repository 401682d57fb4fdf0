internal import Findings

/// Submits each file once, whichever of the user's paths lead to it.
struct DistinctFiles {
  private var seen: Set<Path> = []
  /// How many sources are still to come: the files of the last one need not be remembered.
  private var sources: Int
  private let submit: (InputUnit) -> Void

  init(sources: Int, submit: @escaping (InputUnit) -> Void) {
    self.sources = sources
    self.submit = submit
  }

  /// Begins with the files of the next source.
  mutating func begin() { sources -= 1 }

  /// Submits a file, unless another source held it.
  mutating func add(_ file: FileUnit) {
    if sources > 0 {
      guard seen.insert(file.location).inserted else { return }
    } else if seen.contains(file.location) {
      return
    }
    submit(.file(file))
  }
}
