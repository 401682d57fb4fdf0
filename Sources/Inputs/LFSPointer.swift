/// The small text that Git LFS keeps in place of a large file.
///
/// Source: git-lfs specification, "The pointer": the first line names the version of the format.
enum LFSPointer {
  static func isPointer(_ bytes: [UInt8]) -> Bool {
    bytes.count < 1_024 && bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8)
  }
}
