extension Dialect {
  /// XML with names and values in elements of their own, such as a build of Jenkins.
  static let xmlPairs = Dialect("XML")
}
