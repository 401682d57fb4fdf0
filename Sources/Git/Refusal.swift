/// Why a repository is not read: it would lead out of what the user asked to scan.
public enum Refusal: String, Sendable, Hashable, CustomStringConvertible {
  /// A `.git` file or link names a directory elsewhere that does not name it back.
  case gitDirectoryOutside = "its git directory lies elsewhere and does not point back"
  /// The `commondir` file names a directory elsewhere.
  case commonDirectoryOutside = "its common git directory lies elsewhere"
  /// The object store, or one that it borrows from (`objects/info/alternates`), lies elsewhere.
  case objectsOutside = "it borrows objects from a place outside of it"
  /// A file that git would open is a FIFO, a socket or a device.
  case specialFile = "this file of the repository is not a regular file"
  /// The index file named by the caller lies outside the git directory.
  case indexOutside = "this index file lies outside the git directory"

  /// The reason, as the end of a sentence.
  public var description: String { rawValue }
}
