import Glibc
import Testing

@Suite struct SchemaTests {
  private static let schema = unsafe getenv("LEAKAGE_SARIF_SCHEMA").map {
    unsafe String(cString: $0)
  }
  private static let hasPython =
    unsafe system("python3 -c 'import jsonschema' >/dev/null 2>&1") == 0

  @Test(
    .enabled(if: SchemaTests.hasPython, "python3 with jsonschema is not installed"),
    .enabled(if: SchemaTests.schema != nil, "LEAKAGE_SARIF_SCHEMA names no schema"))
  func `what is printed is SARIF`() throws {
    let box = try Sandbox()
    try box.make("\(Sandbox.project)/scripts/demo .")
    try box.write("cut.gz", Array(Packing.gzip(try Planted.token(1).bytes).dropLast(12)))
    _ = try box.sh(
      """
      leakage scan shop logs cut.gz --format sarif=1.sarif
      leakage scan --history shop --format sarif=2.sarif
      leakage scan shop/README.md --format sarif=3.sarif
      """)
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
      for name in sys.argv[2:]: validator.validate(json.load(open(name)))
      """
    let files = (1...3).map { box.path("\($0).sarif") }.joined(separator: " ")
    let schema = try #require(Self.schema)
    #expect(unsafe system("python3 -c '\(script)' '\(schema)' \(files)") == 0)
  }
}
