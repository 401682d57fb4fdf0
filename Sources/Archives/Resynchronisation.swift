import Glibc

extension ByteStream {
  /// Goes to the next place where a member of a broken container may begin.
  ///
  /// A zip's member begins with a marker, a tar's with a header that carries its checksum at a
  /// multiple of 512 bytes. A 7z keeps all headers in one place: nothing can be found.
  ///
  /// - Parameter reader: the reader that gave up on this stream.
  /// - Returns: false when the stream ends before; it is consumed then.
  func resynchronise(behind reader: ContainerReader, of kind: ArchiveKind) -> Bool {
    // At least one byte further than that reader began, or two readers would take turns for ever.
    let place = max(reader.position, reader.origin + 1)
    switch kind {
    case .zip:
      move(to: place)
      return findLocalHeader()
    case .tar:
      let blocks = (place - reader.origin + TarHeader.length - 1) / TarHeader.length
      move(to: reader.origin + blocks * TarHeader.length)
      return findTarHeader()
    default:
      return false
    }
  }

  /// Moves to an offset that lies in what is still at hand, or before it if the source can seek.
  private func move(to offset: Int) {
    if offset >= position { return skip(offset - position) }
    if size != nil { seek(to: offset) }
  }

  private func findLocalHeader() -> Bool {
    while true {
      let bytes = unsafe peek(4)
      guard bytes.count >= 4, let start = bytes.baseAddress else {
        drain()
        return false
      }
      guard let found = unsafe memchr(start, 0x50, bytes.count) else {
        consume(bytes.count)
        continue
      }
      consume(unsafe UnsafeRawPointer(found) - start)
      let marker = unsafe peek(4)
      if unsafe marker.count >= 4 && marker[1] == 0x4B && marker[2] == 3 && marker[3] == 4 {
        return true
      }
      consume(1)
    }
  }

  private func findTarHeader() -> Bool {
    while true {
      let bytes = unsafe peek(TarHeader.length)
      guard bytes.count >= TarHeader.length else {
        drain()
        return false
      }
      if kind() == .tar { return true }
      consume(TarHeader.length)
    }
  }
}
