internal import CMalloc

/// How the C library's allocator deals with the system.
enum Memory {
  /// What a file took is kept for the next one. By itself the allocator gives large blocks back and
  /// asks for others, and each page that comes anew costs a fault: of those of a scan of logs a third.
  ///
  /// Blocks of more than 8 MiB, and what is free beyond 32 MiB, are given back as before.
  static func keep() {
    mallopt(M_MMAP_THRESHOLD, 8 << 20)
    mallopt(M_TRIM_THRESHOLD, 32 << 20)
    mallopt(M_TOP_PAD, 1 << 20)
  }
}
