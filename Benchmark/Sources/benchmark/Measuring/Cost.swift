/// What one whole process cost, its children that it waited for included.
struct Cost: Equatable {
  /// Seconds from start to end, by the monotonic clock.
  var wall: Double
  /// Seconds of all cores, user and system together.
  var cpu: Double
  /// The largest resident size in bytes, of the process or of one of its children.
  var peakBytes: Int
  /// The exit code, or 128 plus the number of the signal that ended it.
  var exit: Int32
}
