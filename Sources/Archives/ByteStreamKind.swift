extension ByteStream {
  /// What the unread bytes are.
  func kind() -> ArchiveKind? {
    withPrefix { ArchiveKind.recognise($0) }
  }

  /// Whether the unread bytes are a zip without members.
  func isEmptyZip() -> Bool {
    withPrefix { ArchiveKind.isEmptyZip($0) }
  }

  private func withPrefix<Value>(_ body: (Span<UInt8>) -> Value) -> Value {
    let prefix = unsafe peek(ArchiveKind.prefixLength)
    return unsafe prefix.withMemoryRebound(to: UInt8.self) {
      unsafe body(Span(_unsafeElements: $0))
    }
  }
}
