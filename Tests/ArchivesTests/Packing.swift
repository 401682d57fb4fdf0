import CLibArchive

/// A member to pack.
struct Packed {
  var name: String
  var bytes: [UInt8] = []
  /// As in `stat(2)`.
  var type: UInt32 = 0o100000
  /// The target of a symbolic link, or of a hard link if the type is a file's.
  var link: String?

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(_ name: String, type: UInt32, link: String? = nil) {
    self.name = name
    self.type = type
    self.link = link
  }
}

/// Writes archives without the help of any program.
///
/// 7z and the compressed streams come from libarchive. Its writers of tar and zip cannot be linked
/// statically without an XML library: those formats are written by hand.
enum Packer: CaseIterable {
  case zip, storedZip, streamedZip, pax, ustar, oldTar, gnuTar, sevenZip
  case gzip, bzip2, xz, zstd

  func pack(_ members: [Packed]) -> [UInt8] {
    switch self {
    case .zip, .storedZip, .streamedZip:
      let zipped = members.map { member in
        let isFolder = member.type == 0o040000
        var zipped = HandmadeZip.Member(member.name + (isFolder ? "/" : ""), member.bytes)
        zipped.isDeflated = self != .storedZip && !isFolder
        zipped.hasDescriptor = self == .streamedZip && !isFolder
        return zipped
      }
      return HandmadeZip(members: zipped).build()
    case .pax: return HandmadeTar(style: .pax, members: members).build()
    case .ustar: return HandmadeTar(style: .ustar, members: members).build()
    case .oldTar: return HandmadeTar(style: .old, members: members).build()
    case .gnuTar: return HandmadeTar(style: .gnu, members: members).build()
    default: return packWithLibrary(members)
    }
  }

  /// Packs one stream.
  func pack(_ bytes: [UInt8]) -> [UInt8] {
    pack([Packed("data", bytes)])
  }

  private func packWithLibrary(_ members: [Packed]) -> [UInt8] {
    let archive = unsafe archive_write_new()
    defer { unsafe archive_write_free(archive) }
    if self == .sevenZip {
      unsafe archive_write_set_format_7zip(archive)
    } else {
      unsafe archive_write_set_format_raw(archive)
    }
    switch self {
    case .gzip: unsafe archive_write_add_filter_gzip(archive)
    case .bzip2: unsafe archive_write_add_filter_bzip2(archive)
    case .xz: unsafe archive_write_add_filter_xz(archive)
    case .zstd: unsafe archive_write_add_filter_zstd(archive)
    default: break
    }
    unsafe archive_write_set_bytes_in_last_block(archive, 1)
    let output = Output()
    let client = unsafe Unmanaged.passUnretained(output).toOpaque()
    let status = unsafe archive_write_open(
      archive, client, nil,
      { _, client, start, count in
        let output = unsafe Unmanaged<Output>.fromOpaque(client!).takeUnretainedValue()
        unsafe output.bytes += UnsafeRawBufferPointer(start: start, count: count)
        return count
      }, nil)
    precondition(status == ARCHIVE_OK)
    for member in members { unsafe write(member, to: archive) }
    unsafe archive_write_close(archive)
    return output.bytes
  }

  private final class Output {
    var bytes: [UInt8] = []
  }

  private func write(_ member: Packed, to archive: OpaquePointer?) {
    let entry = unsafe archive_entry_new()
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, member.name)
    unsafe archive_entry_set_perm(entry, 0o644)
    unsafe archive_entry_set_filetype(entry, member.type)
    unsafe archive_entry_set_size(entry, Int64(member.bytes.count))
    precondition(unsafe archive_write_header(archive, entry) == ARCHIVE_OK)
    var rest = member.bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe archive_write_data(archive, $0.baseAddress, $0.count)
      }
      precondition(count > 0)
      rest = rest.dropFirst(count)
    }
  }
}
