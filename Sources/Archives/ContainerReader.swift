internal import CLibArchive
import Glibc

/// One member as libarchive announces it.
struct ContainerEntry {
  var name: [UInt8]
  var claimedSize: Int?
  var isEncrypted: Bool
  /// False for directories, links and devices: there are no bytes to read.
  var hasContent: Bool
  /// Whether damaged headers were passed over to get here: members may be missing.
  var isBehindDamage = false
}

/// A zip, tar or 7z read by libarchive; as a source, the bytes of the member last announced.
@safe final class ContainerReader: ByteSource {
  enum Next {
    case entry(ContainerEntry)
    case end
    case failed(ArchiveFault)
  }

  private let kind: ArchiveKind
  private let input: InputBridge
  private let archive: OpaquePointer
  private var memberEnded = true
  private var hasAnnounced = false
  /// Reads plain members without libarchive.
  private let members: ZipMemberReader?
  /// The member at hand, until its first bytes are asked for.
  private var announced: ContainerEntry?
  /// What is left of a member that was read at once.
  private var content = unsafe noBytes
  private(set) var fault: ArchiveFault?
  /// Whether libarchive has given up: no further member can be had from this reader.
  private(set) var isDead = false
  /// Whether passing over a member costs next to nothing.
  let skipsCheaply: Bool

  /// - Parameter seekable: whether to use a zip's central directory, and to read 7z at all.
  /// - Returns: nil when there is no memory.
  init?(_ kind: ArchiveKind, _ stream: ByteStream, seekable: Bool) {
    guard let archive = unsafe archive_read_new() else { return nil }
    self.kind = kind
    unsafe self.archive = unsafe archive
    input = InputBridge(stream)
    members = kind == .zip && seekable ? ZipMemberReader(stream) : nil
    skipsCheaply = kind == .tar || kind == .zip && seekable
    switch kind {
    case .zip:
      unsafe archive_read_support_format_zip_streamable(archive)
      if seekable { unsafe archive_read_support_format_zip_seekable(archive) }
    case .sevenZip: unsafe archive_read_support_format_7zip(archive)
    default:
      unsafe archive_read_support_format_tar(archive)
      // Logs are rotated by appending, too: read behind the marker of a tar's end.
      unsafe archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1")
    }
    guard unsafe input.open(archive, seekable: seekable) == ARCHIVE_OK else {
      // Not a member's fault: the first `nextEntry` says that nothing can be read.
      isDead = true
      return
    }
  }

  deinit {
    unsafe archive_read_free(archive)
  }

  /// The stream's offset at which this reader began.
  var origin: Int { input.origin }

  /// The stream's offset at which libarchive stands; bytes before it need not be read again.
  var position: Int { unsafe input.origin + Int(archive_filter_bytes(archive, 0)) }

  /// Ends the member at hand and announces the next one.
  func nextEntry() -> Next {
    guard !isDead else { return .failed(.unreadable) }
    memberEnded = true
    announced = nil
    unsafe content = unsafe noBytes
    fault = nil
    var skippedDamage = false
    while true {
      var entry: OpaquePointer?
      let status = NameLocale.with { unsafe archive_read_next_header(archive, &entry) }
      switch status {
      case ARCHIVE_OK, ARCHIVE_WARN:
        guard let entry = unsafe entry else { return .failed(.unreadable) }
        memberEnded = false
        hasAnnounced = true
        var described = unsafe describe(entry)
        described.isBehindDamage = skippedDamage
        announced = described
        return .entry(described)
      case ARCHIVE_EOF:
        if skippedDamage { return .failed(.trailingBytes) }
        // Its input may have been cut exactly between two members.
        return input.fault.map { .failed($0) } ?? .end
      case ARCHIVE_RETRY:
        // A tar header with a wrong checksum, 512 bytes of it consumed.
        skippedDamage = true
      default:
        isDead = true
        return .failed(reason())
      }
    }
  }

  func next() -> UnsafeRawBufferPointer {
    if let members, let entry = announced {
      announced = nil
      if let content = unsafe members.content(of: entry.name, size: entry.claimedSize) {
        unsafe self.content = unsafe content
        memberEnded = true
      }
    }
    // In pieces, so that limits are met between them.
    let piece = unsafe UnsafeRawBufferPointer(rebasing: content.prefix(256 << 10))
    unsafe content = unsafe UnsafeRawBufferPointer(rebasing: content.dropFirst(piece.count))
    if unsafe !piece.isEmpty { return unsafe piece }
    // libarchive may give empty blocks, but never so many on end.
    var patience = 1000
    while !memberEnded {
      var start: UnsafeRawPointer?
      var count = 0
      var offset: la_int64_t = 0
      let status = unsafe archive_read_data_block(archive, &start, &count, &offset)
      switch status {
      case ARCHIVE_OK: break
      case ARCHIVE_WARN:
        // A wrong checksum or size, noticed with or after the last bytes.
        fault = .damaged
      case ARCHIVE_EOF:
        memberEnded = true
        continue
      case ARCHIVE_FATAL:
        isDead = true
        fault = reason()
        memberEnded = true
        continue
      default:
        // An unknown method of compression or encryption.
        fault = .unreadable
        memberEnded = true
        continue
      }
      if count > 0, let start = unsafe start {
        return unsafe UnsafeRawBufferPointer(start: start, count: count)
      }
      patience -= 1
      if patience == 0 {
        fault = .damaged
        memberEnded = true
      }
    }
    return unsafe noBytes
  }

  /// Why libarchive gave up: it does not tell a cut from a damage.
  private func reason() -> ArchiveFault {
    // It says so for the whole archive only: believed where the directory itself is encrypted.
    if !hasAnnounced, unsafe archive_read_has_encrypted_entries(archive) > 0 { return .encrypted }
    return input.fault ?? (input.hasEnded ? .truncated : .damaged)
  }

  private func describe(_ entry: OpaquePointer) -> ContainerEntry {
    var name: [UInt8] = []
    if let text = unsafe NameLocale.with({ unsafe archive_entry_pathname(entry) }) {
      name = unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
    let size = unsafe archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : nil
    let type = unsafe UInt32(archive_entry_filetype(entry))
    let isLink = unsafe NameLocale.with { unsafe archive_entry_hardlink(entry) } != nil
    return unsafe ContainerEntry(
      name: name, claimedSize: size.flatMap { $0 >= 0 ? Int(exactly: $0) : nil },
      isEncrypted: archive_entry_is_encrypted(entry) != 0,
      // Type 0: an archive that says nothing about it. A hard link of a pax archive may bring
      // its content along.
      hasContent: (type == S_IFREG || type == 0) && !(isLink && (size ?? 0) == 0))
  }
}
