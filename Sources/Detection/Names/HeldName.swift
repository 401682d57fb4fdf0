/// Reads the name of a value that stands among secrets, such as the data of a Kubernetes Secret.
enum HeldName {
  /// What the name promises: a secret, unless it says that it is an address, a user or something
  /// else that people keep beside one.
  static func meaning(of name: some Sequence<UInt8>) -> NameMeaning? {
    var isOther = false
    NameWords.forEach(of: name) { bytes, word in
      isOther =
        isOther || NameTable.flags(of: bytes, word).contains(.metadata)
        || PackedWord(bytes[word]).map { others[$0] != 0 } ?? false
    }
    return isOther ? nil : .secret
  }

  private static let others = WordTable([(1, words)])
  private static let words = [
    "account", "addr", "bucket", "ca", "cert", "certificate", "cluster", "conf", "config", "crt",
    "database", "db", "dbname", "domain", "driver", "hostname", "org", "organization", "port",
    "project", "properties", "protocol", "pub", "public", "realm", "script", "server", "ssl",
    "tenant", "zone",
  ]
}
