import Findings
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b.yml", "a/b.yml"), ("a b", "a%20b"), ("50%", "50%25"), ("a#b?c", "a%23b%3Fc"),
    ("c:d", "c%3Ad"), ("é", "%C3%A9"), ("a\nb", "a%0Ab"), ("<x>", "%3Cx%3E"), ("-_.~", "-_.~"),
  ])
  func uriIsPercentEncoded(text: String, uri: String) { #expect(Path(text).uri == uri) }

  @Test func uriKeepsBytesThatAreNoText() {
    #expect(Path(bytes: [0x61, 0xFF]).uri == "a%FF")
  }

  @Test(arguments: [
    ("a/b", "b", "a"), ("a", "a", ""), ("", "", ""), ("/a", "a", "/"), ("a/b/", "", "a/b"),
    ("/a/b", "b", "/a"),
  ])
  func nameAndParent(text: String, name: String, parent: String) {
    #expect(Array(Path(text).name) == Array(name.utf8))
    #expect(Path(text).parent == Path(parent))
  }

  @Test(arguments: [("a", "b", "a/b"), ("a/", "b", "a/b"), ("", "b", "b"), ("a", "", "a")])
  func appending(left: String, right: String, joined: String) {
    #expect(Path(left).appending(Path(right)) == Path(joined))
  }

  @Test func archiveMembersBelongToTheFullPath() {
    let origin = Origin(source: .file, path: Path("a.zip"), members: [Path("b.tar"), Path("c")])
    #expect(origin.fullPath == Path("a.zip/b.tar/c"))
  }

  @Test func suffixAndOrderAreOfBytes() {
    #expect(Path("a/x.yml").hasSuffix(".yml"))
    #expect(!Path("yml").hasSuffix(".yml"))
    #expect(Path("a/b") < Path("a0"))
    #expect(Path("B") < Path("a"))
  }

  @Test func descriptionIsSafeToShow() {
    #expect(Path("a\u{1B}[31m\nb").description == "a\\x1b[31m\\x0ab")
  }
}
