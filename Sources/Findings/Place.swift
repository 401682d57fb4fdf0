/// Where in words: what a pipeline or a log calls the place of a value.
public struct Place: Sendable, Hashable {
  /// The job's name or key.
  public var job: String?
  /// The step's name, or its number in the job.
  public var step: String?
  /// The key path of a pipeline value, such as `jobs.deploy.steps[2].env.DB_PASSWORD`.
  public var keyPath: String?
  /// When the log line was written.
  public var time: Timestamp?

  /// A place.
  public init(
    job: String? = nil, step: String? = nil, keyPath: String? = nil, time: Timestamp? = nil
  ) {
    self.job = job
    self.step = step
    self.keyPath = keyPath
    self.time = time
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { job == nil && step == nil && keyPath == nil && time == nil }
}
