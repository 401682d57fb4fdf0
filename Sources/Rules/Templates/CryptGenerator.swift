extension Generator {
  /// `{crypt:6}`: a password's hash in the format of this name, with a random salt and sum; the
  /// lengths are those of the format, the password is nobody's.
  static let crypt = Generator(name: "crypt") { (argument, random) throws(TemplateError) in
    guard let parts = formats[argument] else { throw TemplateError("unknown hash: \(argument)") }
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .text(let literal): text += Array(literal.utf8)
      case .sum(let count, let alphabet): text += random.characters(count, of: alphabet)
      }
    }
    return text
  }

  private enum HashPart {
    case text(String)
    case sum(Int, [UInt8])
  }

  private static let itoa64 = Numeral.base62.digits + Array("./".utf8)
  private static let sums64 = Numeral.base62.digits + Array("+/".utf8)
  private static let lowerHex = Array("0123456789abcdef".utf8)
  private static let upperHex = Array("0123456789ABCDEF".utf8)

  /// crypt(5) and the manuals of the programs that write the others.
  private static let formats: [String: [HashPart]] = [
    "1": [.text("$1$"), .sum(8, itoa64), .text("$"), .sum(22, itoa64)],
    "5": [.text("$5$"), .sum(16, itoa64), .text("$"), .sum(43, itoa64)],
    "6": [.text("$6$"), .sum(16, itoa64), .text("$"), .sum(86, itoa64)],
    "2a": [.text("$2a$10$"), .sum(53, itoa64)],
    "2b": [.text("$2b$12$"), .sum(53, itoa64)],
    "2x": [.text("$2x$10$"), .sum(53, itoa64)],
    "2y": [.text("$2y$12$"), .sum(53, itoa64)],
    "apr1": [.text("$apr1$"), .sum(8, itoa64), .text("$"), .sum(22, itoa64)],
    "y": [.text("$y$j9T$"), .sum(22, itoa64), .text("$"), .sum(43, itoa64)],
    "7": [.text("$7$CU..../....$"), .sum(22, itoa64), .text("$"), .sum(43, itoa64)],
    "8": [.text("$8$"), .sum(14, itoa64), .text("$"), .sum(43, itoa64)],
    "9": [.text("$9$"), .sum(14, itoa64), .text("$"), .sum(43, itoa64)],
    "P": [.text("$P$B"), .sum(30, itoa64)],
    "H": [.text("$H$9"), .sum(30, itoa64)],
    "S": [.text("$S$D"), .sum(51, itoa64)],
    "argon2id": [
      .text("$argon2id$v=19$m=65536,t=3,p=4$"), .sum(22, sums64), .text("$"), .sum(43, sums64),
    ],
    "scrypt": [.text("$scrypt$ln=16,r=8,p=1$"), .sum(22, sums64), .text("$"), .sum(43, sums64)],
    "pbkdf2": [.text("$pbkdf2-sha256$29000$"), .sum(22, sums64), .text("$"), .sum(43, sums64)],
    "SSHA": [.text("{SSHA}"), .sum(38, sums64), .text("==")],
    "SHA": [.text("{SHA}"), .sum(27, sums64), .text("=")],
    "SMD5": [.text("{SMD5}"), .sum(32, sums64)],
    "CRYPT": [.text("{CRYPT}"), .sum(13, itoa64)],
    "django": [
      .text("pbkdf2_sha256$600000$"), .sum(22, itoa62), .text("$"), .sum(43, sums64), .text("="),
    ],
    "werkzeug": [.text("pbkdf2:sha256:600000$"), .sum(16, itoa62), .text("$"), .sum(64, lowerHex)],
    "werkzeug-scrypt": [
      .text("scrypt:32768:8:1$"), .sum(16, itoa62), .text("$"), .sum(128, lowerHex),
    ],
    "grub": [
      .text("grub.pbkdf2.sha512.10000."), .sum(128, upperHex), .text("."), .sum(128, upperHex),
    ],
    "rundeck": [
      .text("PBKDF2-HMAC-SHA256:210000:"), .sum(24, sums64), .text(":"), .sum(43, sums64),
    ],
    "jenkins": [
      .text("$PBKDF2$HMACSHA512:210000:"), .sum(32, lowerHex), .text("$"), .sum(128, lowerHex),
    ],
    "scram": [
      .text("SCRAM-SHA-256$4096:"), .sum(22, sums64), .text("==$"), .sum(43, sums64), .text("=:"),
      .sum(43, sums64), .text("="),
    ],
  ]
  private static let itoa62 = Numeral.base62.digits
}
