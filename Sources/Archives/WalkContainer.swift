extension Walk {
  /// Walks on in the members of a container.
  func open<Sink: ArchiveSink & ~Copyable>(
    _ item: WalkItem, as kind: ArchiveKind, into sink: inout Sink
  ) -> Completion {
    guard kind == .sevenZip, item.stream.size == nil else {
      return tryReaders(of: item, as: kind, into: &sink)
    }
    // A 7z keeps its headers at its end: what cannot seek is held in memory.
    guard let bytes = unsafe item.stream.holdAll(most: budget.holdable) else {
      return deliver(item, fault: .limited(.memory), into: &sink)
    }
    let count = bytes.count
    budget.hold(count)
    defer { budget.release(count) }
    var held = item
    held.stream = unsafe ByteStream(MemorySource(bytes), depth: item.depth, budget: nil)
    return tryReaders(of: held, as: kind, into: &sink)
  }

  private func tryReaders<Sink: ArchiveSink & ~Copyable>(
    of item: WalkItem, as kind: ArchiveKind, into sink: inout Sink
  ) -> Completion {
    var fault: ArchiveFault?
    // A zip's central directory names the members best; but where it is missing or wrong, the
    // local headers still lead to them, from the front.
    let canSeek = item.stream.size != nil
    for seekable in canSeek && kind == .zip ? [true, false] : [canSeek] {
      item.stream.mark()
      fault = readMembers(of: item, as: kind, seekable: seekable, into: &sink)
      guard fault != nil, budget.met == nil else { return .finished }
      item.stream.rewind()
    }
    return deliver(item, fault: fault == .damaged ? .unreadable : fault, into: &sink)
  }

  /// - Returns: why no member could be found; nil when there are some, or need not be any.
  private func readMembers<Sink: ArchiveSink & ~Copyable>(
    of item: WalkItem, as kind: ArchiveKind, seekable: Bool, into sink: inout Sink
  ) -> ArchiveFault? {
    let mayBeEmpty = kind != .zip || item.stream.isEmptyZip()
    guard var reader = ContainerReader(kind, item.stream, seekable: seekable) else {
      return .limited(.memory)
    }
    var hasMembers = false
    while true {
      switch reader.nextEntry() {
      case .entry(let entry):
        if !hasMembers { item.stream.commit() }
        hasMembers = true
        guard budget.countEntry() else { return nil }
        if entry.isBehindDamage { report(.damaged, of: item, into: &sink) }
        visitMember(entry, of: item, in: reader, into: &sink)
        guard budget.met == nil else { return nil }
        if !reader.isDead { continue }
      // The member's outcome has told why.
      case .end:
        return hasMembers || mayBeEmpty ? nil : .damaged
      case .failed(let fault):
        guard hasMembers, budget.met == nil else { return fault }
        report(fault, of: item, into: &sink)
        if fault == .trailingBytes { return nil }
      }
      guard budget.countEntry(), item.stream.resynchronise(behind: reader, of: kind),
        let next = ContainerReader(kind, item.stream, seekable: false)
      else { return nil }
      reader = next
    }
  }

  private func visitMember<Sink: ArchiveSink & ~Copyable>(
    _ entry: ContainerEntry, of item: WalkItem, in reader: ContainerReader, into sink: inout Sink
  ) {
    let stream = ByteStream(reader, depth: item.depth + 1, budget: budget)
    let name = Array(entry.name.prefix(limits.nameBytes))
    let content = item.inner(stream, name: name, claimedSize: entry.claimedSize)
    let before = faultMark
    var completion = Completion.abandoned
    if entry.hasContent, !MemberName.isNoise(entry.name) {
      if name.count < entry.name.count { report(.limited(.nameBytes), of: content, into: &sink) }
      if entry.isEncrypted {
        _ = deliver(content, fault: .encrypted, into: &sink)
        return
      }
      completion = visit(content, into: &sink)
    }
    // The checksum comes last. And where passing over means decompressing, it is counted here,
    // which libarchive would do without measure.
    if completion == .finished || !reader.skipsCheaply { stream.drain() }
    reportUnlessTold(reader.fault, since: before, of: content, into: &sink)
  }
}
