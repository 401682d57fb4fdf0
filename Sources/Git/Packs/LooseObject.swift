internal import Deflate
public import Findings

extension Repository {
  /// An object that stands in a file of its own, as what was staged or committed of late does: read
  /// without git.
  ///
  /// - Parameter most: the largest object that is wanted.
  /// - Returns: `nil` if it does not, is larger, or cannot be read: git may know more.
  public func looseObject(_ id: ObjectID, most: Int) -> (kind: ObjectKind, bytes: [UInt8])? {
    let path = LooseObjects.path(of: id, in: commonDirectory.appending(Path("objects")))
    return LooseObject(path, most: most, inflater: Inflater()).map { ($0.kind, $0.bytes) }
  }
}

/// An object that stands in a file of its own: its kind and bytes, decompressed.
struct LooseObject {
  let kind: ObjectKind
  let bytes: [UInt8]

  /// Reads a loose object: `<kind> <size>\0<bytes>`, compressed.
  ///
  /// - Parameter most: the largest object that is wanted.
  /// - Returns: `nil` if the file is damaged, is not a regular one, or holds too large an object.
  init?(_ path: Path, most: Int, inflater: borrowing Inflater) {
    var compressed: [UInt8] = []
    guard let file = StoredFile(path), file.size <= Inflater.mostCompressed(most),
      file.read(at: 0, count: file.size, into: &compressed)
    else { return nil }
    // The size stands inside; most objects are a few times larger than their file.
    var room = max(4096, file.size * 4)
    var content: [UInt8] = []
    while true {
      switch inflater.inflate(compressed.span, upTo: room, into: &content) {
      case .whole: break
      case .damaged: return nil
      case .tooLarge:
        guard room < most + EntryHeader.longest, Inflater.isPossible(room, from: file.size) else {
          return nil
        }
        room *= 4
        continue
      }
      break
    }
    guard let end = content.prefix(EntryHeader.longest).firstIndex(of: 0),
      let space = content[..<end].firstIndex(of: UInt8(ascii: " ")),
      let kind = ObjectKind(content[..<space]),
      let size = Int(String(decoding: content[(space + 1)..<end], as: UTF8.self)),
      size == content.count - end - 1, size <= most
    else { return nil }
    self.kind = kind
    content.removeSubrange(...end)
    bytes = content
  }
}
