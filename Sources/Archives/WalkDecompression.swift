extension Walk {
  /// Walks on in the content of a compressed stream.
  func decompress<Sink: ArchiveSink & ~Copyable>(
    _ item: WalkItem, as kind: ArchiveKind, into sink: inout Sink
  ) -> Completion {
    if kind == .gzip, let whole = WholeGzip(item.stream) {
      let content = ByteStream(whole, depth: item.depth + 1, budget: budget)
      guard visit(item.inner(content), into: &sink) == .finished else { return .abandoned }
      content.drain()
      return .finished
    }
    let memory = budget.openDecompressor(kind)
    defer { budget.closeDecompressor(kind) }
    guard let decompressor = kind.decompressor(memory: memory) else {
      return deliver(item, fault: .limited(.memory), into: &sink)
    }
    item.stream.mark()
    let source = DecodedSource(kind, item.stream, decompressor)
    let content = ByteStream(source, depth: item.depth + 1, budget: budget)
    let isEmpty = unsafe content.available().isEmpty
    if isEmpty, let fault = source.fault, budget.met == nil {
      // Not one byte could be decoded: the raw ones are all there is.
      item.stream.rewind()
      return deliver(item, fault: fault == .damaged ? .unreadable : fault, into: &sink)
    }
    item.stream.commit()
    let before = faultMark
    guard visit(item.inner(content), into: &sink) == .finished else {
      return .abandoned
    }
    // A container inside may end before the stream does, and the checksum comes last.
    content.drain()
    reportUnlessTold(source.fault, since: before, of: item, into: &sink)
    if source.isFollowed, budget.met == nil {
      report(.trailingBytes, of: item, into: &sink)
    }
    return .finished
  }
}
