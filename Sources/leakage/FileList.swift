internal import Findings

/// The list of `--files-from`.
enum FileList {
  /// The paths of a list, one a line or separated by NUL bytes; empty ones are left out.
  static func read(_ name: String, separatedByNull: Bool) throws -> [Path] {
    do throws(FileContents.ReadError) {
      let separator = separatedByNull ? 0 : UInt8(ascii: "\n")
      return try FileContents.read(name).split(separator: separator).map { Path(bytes: $0) }
    } catch {
      throw Failure.usage("\(name): \(error.message)")
    }
  }
}
