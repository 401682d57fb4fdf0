import Findings
import Pipelines
import Testing

/// XML with names and values in elements of their own.
@Suite struct XMLPairsTests {
  @Test func pairs() throws {
    try expect(
      "<configuration>\n<property>\n <name>fs.s3a.secret.key</name>\n <value>«x&lt;y»</value>\n"
        + "</property><property><name>b</name><description>c</description><value>«${d}»</value>"
        + "</property></configuration>",
      path: "core-site.xml", ["literal fs.s3a.secret.key fs.s3a.secret.key", "reference b b"])
    try expect(
      "<a><name>T</name><defaultValue>«x»</defaultValue></a>", path: "config.xml", ["literal T T"])
  }

  @Test func `the value may stand first`() throws {
    let pair = "<p><value>«x»</value>\n<name>A</name></p>"
    try expect(
      "<a>\(pair)<p><value>«y»</value><final/><d>e</d><name>B</name></p></a>", path: "a.xml",
      ["literal A A", "literal B B"])
    // Each name has the value of its own element, whatever the order is.
    try expect(
      "<a>\(pair)<p><name>B</name><value>«y»</value></p><p><name>C</name></p></a>",
      path: "a.xml", ["literal A A", "literal B B"])
    // A value beside the element of the name.
    try expect("<a><k><name>A</name></k><value>«x»</value></a>", path: "a.xml", ["literal A A"])
  }

  @Test func `entities stand for their characters`() throws {
    let reading = try read(
      "<a><name>T</name><value>a&amp;b&#39;c&#x2F;d&bad;e&#;</value></a>", path: "config.xml")
    #expect(reading.assignments.map(\.text) == ["a&b'c/d&bad;e&#;"])
  }

  @Test func noPairs() {
    for text in [
      "<a><name>b</name><name>c</name></a>", "<name>a</name>", "<a><value>b</value></a>",
      "<a><name>b</name><value></value></a>", "<name><value>x</value>", "<name>a",
      "x<name>a</name>",
    ] {
      #expect(
        PipelineReader.read(Array(text.utf8), path: Path("a.xml"))?.dialect.name == nil, "\(text)")
    }
    let many = "<a>" + String(repeating: "<name>", count: 200_000) + "<value>"
    #expect(PipelineReader.read(Array(many.utf8), path: Path("a.xml"))?.dialect.name == nil)
  }
}
