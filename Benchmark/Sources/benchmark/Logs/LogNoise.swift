/// Lines such as builds print by the million. Many look random without being secret: digests,
/// commits, ids, masked values, references.
struct LogNoise {
  private let words = [
    "account", "basket", "billing", "catalog", "courier", "depot", "invoice", "ledger", "mailer",
    "order", "parcel", "price", "refund", "search", "stock", "tariff", "vendor", "voucher",
  ]

  func line(_ generator: inout SeededGenerator) -> String {
    let word = generator.pick(words)
    let other = generator.pick(words)
    let number = generator.below(900)
    switch generator.below(24) {
    case 0: return "npm http fetch GET 200 https://registry.npmjs.org/\(word)-\(other) \(number)ms"
    case 1: return "npm warn deprecated \(word)@\(number).2.1: use \(other) instead"
    case 2:
      return "[INFO] Downloaded: https://repo.example.com/maven2/org/\(word)/\(other)/1.\(number)/"
        + "\(other)-1.\(number).jar (\(number) kB at 2.1 MB/s)"
    case 3: return "[INFO] Tests run: \(number), Failures: 0, Errors: 0, Skipped: 2 - \(word)Test"
    case 4: return "   Compiling \(word)-\(other) v0.\(number).3"
    case 5: return "tests/\(word)/test_\(other).py::test_\(word) PASSED [\(number % 100)%]"
    case 6: return "Get:\(number) http://deb.example.com/debian stable/main amd64 lib\(word)"
    case 7: return "Setting up lib\(word)-dev:amd64 (1.\(number)-2) ..."
    case 8: return "#\(number % 40) sha256:\(generator.text(64, of: .hex)) 12.4MB / 31.0MB 1.2s"
    case 9: return "    integrity sha512-\(generator.text(86, of: .base64))=="
    case 10: return " ---> \(generator.text(12, of: .hex))"
    case 11: return "HEAD is now at \(generator.text(7, of: .hex)) \(word): mend \(other)"
    case 12: return "commit \(generator.text(40, of: .hex))"
    case 13: return "ok  \texample.com/shop/\(word)/\(other)\t0.\(number)s\tcoverage: 71.3%"
    case 14: return "=== RUN   Test_\(word)/\(other)_\(number)"
    case 15: return "\u{1b}[32m✓\u{1b}[0m \(word) sends \(other) (\u{1b}[2m\(number) ms\u{1b}[0m)"
    case 16: return "    at \(word) (/srv/app/node_modules/\(other)/index.js:\(number):17)"
    case 17: return "src/\(word).c:\(number):9: warning: unused variable '\(other)'"
    case 18: return "request id \(uuid(&generator)) answered 200 in \(number) ms"
    case 19: return "  \(word.uppercased())_TOKEN: ***"
    case 20: return "+ deploy --token $\(word.uppercased())_TOKEN --region eu-1 \(other)"
    case 21: return "  password: ${{ secrets.\(word.uppercased())_PASSWORD }}"
    case 22: return "cache key: node-\(generator.text(64, of: .hex))"
    default: return ""
    }
  }

  private func uuid(_ generator: inout SeededGenerator) -> String {
    [8, 4, 4, 4, 12].map { generator.text($0, of: .hex) }.joined(separator: "-")
  }
}
