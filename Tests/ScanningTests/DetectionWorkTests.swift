import Detection
import Findings
import Rules
import Testing

@testable import Scanning

/// What was won in speed is held by numbers that no machine changes: how often the filter finds a
/// keyword, how many windows a pattern sees, how many values come before the judge.
@Suite struct DetectionWorkTests {
  /// A megabyte of what source text and logs are made of, the same each time: statements, names with
  /// and without a secret's word, digests, base64, paths and prose.
  private static let corpus: [UInt8] = {
    var random = SplitMix(state: 2026)
    let words = """
      account action append array assert author base branch buffer build cache call charset client \
      close code column commit config context copy count create cursor data date default delete \
      depend deploy digest docker document download element error event export fetch field file \
      filter format function handle header host image import index input install instance item \
      job json keyboard label language layout length level library line list loader local log map \
      match merge message method model module monkey name network node number object offset option \
      order output package page parent parse path pattern pipeline point port process project \
      query range read record release remote render report request resource response result return \
      role route row runner schema scope script section select server service session setting shell \
      size source stage start state status step stream string style table tag target task template \
      test text thread time title tokenizer tool tree type update upload url user util value variable \
      vendor version view volume watch widget window worker write yaml zone
      """.split(separator: " ").map(String.init)
    func word() -> String { words[Int(random.next() % UInt64(words.count))] }
    func hex(_ count: Int) -> String {
      (0..<count).map { _ in String(random.next() % 16, radix: 16) }.joined()
    }
    var text = ""
    while text.utf8.count < 1_000_000 {
      switch random.next() % 12 {
      case 0: text += "  let \(word()) = \(word()).\(word())(\(word()): \(word()))\n"
      case 1: text += "2026-11-25T10:00:00.0000000Z \(word()) \(word()): \(word()) done\n"
      case 2: text += "import { \(word()) } from './\(word())/\(word())';\n"
      case 3: text += "sha256:\(hex(64))  \(word()).tar.gz\n"
      case 4: text += "# The \(word()) \(word()) of the \(word()) must \(word()) the \(word()).\n"
      case 5: text += "\(word())_key: \(word())\n"
      case 6: text += "if token.\(word()) == nil { return \(word())Key }\n"
      case 7: text += "https://\(word()).example.com/\(word())/\(word())?\(word())=\(hex(8))\n"
      case 8: text += "password = os.environ['\(word().uppercased())_PASSWORD']\n"
      case 9: text += "\(hex(40)) \(word()) \(word())\n"
      case 10: text += "\"\(word())\": [\(random.next() % 9000), \"\(word())\", null],\n"
      default: text += "\(word()) \(word()) \(word()) \(word()) \(word())\n"
      }
    }
    return Array(text.utf8)
  }()

  private func work(on bytes: [UInt8]) -> DetectionWork {
    let now = Timestamp("2026-11-01")!
    var worker = DetectionWorker(
      DetectionEngine(rules: RuleList(allRules), options: DetectionOptions(asOf: now)))
    let document = Document(bytes: bytes, origin: Origin(source: .file, path: Path("a.txt")))
    return worker.detect(Subject(document: document, text: Text(bytes: bytes))).work
  }

  /// A rule whose keyword is an ordinary word shows here first.
  @Test func aMegabyteCostsWhatItDid() {
    let work = work(on: Self.corpus)
    #expect(work.bytes == Self.corpus.count)
    #expect(work.keywords < 30_000, "\(work)")
    #expect(work.windows < 8_500, "\(work)")
    #expect(work.candidates < 9_000, "\(work)")
  }

  @Test func twiceTheTextIsTwiceTheWork() {
    let one = work(on: Self.corpus)
    let two = work(on: Self.corpus + Self.corpus)
    #expect(two.bytes == 2 * one.bytes)
    #expect(abs(two.keywords - 2 * one.keywords) <= 1)
    #expect(abs(two.windows - 2 * one.windows) <= 20)
    #expect(abs(two.candidates - 2 * one.candidates) <= 20)
  }
}

/// SplitMix64.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
