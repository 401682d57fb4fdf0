/// What a member's name says about it.
enum MemberName {
  /// Whether macOS added it when it packed a folder: `__MACOSX/…/._x` and `.DS_Store`.
  static func isNoise(_ name: [UInt8]) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "/"))
    guard let last = parts.last else { return false }
    if last.elementsEqual(".DS_Store".utf8) { return true }
    return last.starts(with: "._".utf8)
      && parts.dropLast().contains { $0.elementsEqual("__MACOSX".utf8) }
  }
}
