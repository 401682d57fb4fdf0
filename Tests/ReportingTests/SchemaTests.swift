import Findings
import Glibc
import Testing

@testable import Reporting

@Suite struct SchemaTests {
  private static let sarifSchema = unsafe getenv("LEAKAGE_SARIF_SCHEMA").map {
    unsafe String(cString: $0)
  }
  private static let reportSchema: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/docs/report.schema.json"
  }()

  /// One process for all files: starting Python is what takes the time.
  private static func joined(_ files: [[UInt8]]) -> [UInt8] { files.flatMap { $0 + [0] } }

  @Test(
    .enabled(if: Python.isAvailable, "python3 with jsonschema is not installed"),
    .enabled(if: SchemaTests.sarifSchema != nil, "LEAKAGE_SARIF_SCHEMA names no schema"))
  func sarifIsValid() throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      checker = jsonschema.FormatChecker()
      validator = jsonschema.Draft4Validator(schema, format_checker=checker)
      for text in sys.stdin.buffer.read().split(b"\\0")[:-1]:
          validator.validate(json.loads(text))
      """
    let schema = try #require(Self.sarifSchema)
    let files =
      [Sample.story, Sample.empty, Hostile.report].map { SARIFReport.format.render($0).bytes }
      + SARIFReport.split(SARIFLimitsTests.many(5), limit: 2)
    #expect(Python.run(script, schema, input: Self.joined(files)))
  }

  @Test(.enabled(if: Python.isAvailable, "python3 with jsonschema is not installed"))
  func jsonIsValid() {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      for text in sys.stdin.buffer.read().split(b"\\0")[:-1]:
          jsonschema.Draft202012Validator(schema).validate(json.loads(text))
      """
    let files = [Sample.story, Sample.empty, Hostile.report].map {
      JSONReport.format.render($0).bytes
    }
    #expect(Python.run(script, Self.reportSchema, input: Self.joined(files)))
  }

  @Test(.enabled(if: Python.isAvailable, "python3 with jsonschema is not installed"))
  func everyLineIsValid() {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      line = {"$ref": "#/$defs/line", "$defs": schema["$defs"]}
      validator = jsonschema.Draft202012Validator(line)
      for text in sys.stdin.buffer.read().split(b"\\n")[:-1]:
          validator.validate(json.loads(text))
      """
    let lines = [Sample.story, Sample.empty, Hostile.report].flatMap {
      JSONLinesReport.format.render($0).bytes
    }
    #expect(Python.run(script, Self.reportSchema, input: lines))
  }

  /// The limit of the compressed size is estimated without a compressor; here is one.
  @Test(.enabled(if: Python.isAvailable, "python3 is not installed"))
  func theBoundOfTheSizeHolds() {
    let script = """
      import gzip, sys
      bounds = [int(bound) for bound in sys.argv[1].split()]
      for text, bound in zip(sys.stdin.buffer.read().split(b"\\0"), bounds):
          size = len(gzip.compress(text, 6))
          assert size <= bound, f"{size} bytes"
      """
    var bounds: [String] = []
    var files: [[UInt8]] = []
    for report in [SizeSample.plain, SizeSample.randomNames, SizeSample.manyPlaces] {
      let result = SARIFResult(
        report: report, rules: RulesInUse(report.findings), correlation: CorrelationIndex(report))
      let bound = report.findings.reduce(0) { sum, finding in
        var json = JSONWriter(lineDepth: 0)
        return sum + result.write(finding, to: &json)
      }
      // Without the frame of the file, which is counted in full: the results alone must fit.
      bounds.append(String(bound))
      files.append(SARIFReport.format.render(report).bytes)
    }
    #expect(Python.run(script, bounds.joined(separator: " "), input: Self.joined(files)))
  }
}
