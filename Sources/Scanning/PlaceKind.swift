internal import Findings

/// What kind of file a finding stands in: the same value is worse in a pipeline than in a test.
enum PlaceKind: CaseIterable {
  /// A pipeline, a log, a configuration file, or anything that is neither of the others.
  case configuration
  /// Source code or prose.
  case text
  /// Tests, examples, documentation.
  case sample

  init(_ location: Location) {
    // A key path, a job or a line's time is known only in pipelines and logs.
    let path = location.origin.fullPath
    if !location.place.isEmpty || path.hasSuffix(".log") {
      self = .configuration
      return
    }
    let parts = String(decoding: path.bytes, as: UTF8.self).lowercased().split(separator: "/")
    let name = parts.last ?? ""
    if parts.dropLast().contains(where: Self.sampleFolders.contains) || Self.isTest(name) {
      self = .sample
    } else if let dot = name.lastIndex(of: "."),
      Self.textSuffixes.contains(String(name[name.index(after: dot)...]))
    {
      self = .text
    } else {
      self = .configuration
    }
  }

  private static let sampleFolders: Set<Substring> = [
    "test", "tests", "testing", "testdata", "test-data", "test_data", "__tests__", "spec", "specs",
    "fixture", "fixtures", "__fixtures__", "mock", "mocks", "__mocks__", "example", "examples",
    "sample", "samples", "demo", "doc", "docs", "documentation", "man", "e2e", "cypress",
  ]

  private static let textSuffixes: Set<String> = [
    "c", "cc", "cpp", "h", "hpp", "cs", "go", "rs", "swift", "java", "kt", "scala", "groovy", "py",
    "rb", "php", "pl", "pm", "lua", "r", "js", "jsx", "mjs", "cjs", "ts", "tsx", "vue", "dart",
    "ex",
    "exs", "erl", "hs", "ml", "clj", "m", "mm", "sql", "md", "markdown", "rst", "adoc", "html",
    "htm",
    "css", "scss", "tex", "po", "ipynb", "erb", "haml", "tt", "map",
  ]

  /// Whether a file name is that of a test: `x_test.go`, `x.test.ts`, `x_spec.rb`, `test_x.py`,
  /// `XTests.swift`.
  private static func isTest(_ name: Substring) -> Bool {
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    return stem.hasSuffix("_test") || stem.hasSuffix(".test") || stem.hasSuffix("_spec")
      || stem.hasSuffix(".spec") || stem.hasSuffix("-test") || stem.hasPrefix("test_")
      || stem.hasSuffix("tests")
  }
}
