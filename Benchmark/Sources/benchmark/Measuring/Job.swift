/// A job and those who do it. The first contestant is the one that the others are compared with.
struct Job {
  var name: String
  var contestants: [Contestant]
  /// How often each does it, a warm-up apart.
  var runs: Int
  /// How many bytes there are to be read; counted when all is measured, because it costs memory.
  var bytes: () throws -> Int? = { nil }
  /// What it is meant to reach.
  var goals: [Goal] = []
  /// The secrets that were planted, where it is known.
  var planted: [PlantedSecret] = []
}
