/// A file before it is known what it is.
struct WalkItem {
  var stream: ByteStream
  /// As in `ArchiveMember.path`.
  var path: [[UInt8]] = []
  /// How many containers and compressed streams lie around it.
  var depth = 0
  var claimedSize: Int?

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// What lies inside it: of a container the member of this name, otherwise the content.
  func inner(_ stream: ByteStream, name: [UInt8]? = nil, claimedSize: Int? = nil) -> WalkItem {
    var inner = WalkItem(stream)
    inner.path = name.map { path + [$0] } ?? path
    inner.depth = depth + 1
    inner.claimedSize = claimedSize
    return inner
  }
}
