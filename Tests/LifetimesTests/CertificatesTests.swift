import Findings
import Lifetimes
import Testing

/// Certificates and keys, written byte by byte when the tests run.
private enum Made {
  static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 128 ? [UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
    return [tag] + length + content
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { der(0x30, parts.flatMap { $0 }) }

  static func modulus(_ seed: UInt8) -> [UInt8] {
    [0] + (0..<128).map { UInt8(truncatingIfNeeded: Int($0) * 7 + Int(seed)) | 0x80 }
  }

  static let algorithm = sequence(der(0x06, [0x2A, 0x86, 0x48]), der(0x05, []))

  static func pem(_ label: String, _ bytes: [UInt8], breaks: String = "\n") -> String {
    let digits = Base64.encode(bytes)
    let lines = stride(from: 0, to: digits.count, by: 64).map {
      String(decoding: digits[$0..<min($0 + 64, digits.count)], as: UTF8.self)
    }
    return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----"])
      .joined(separator: breaks)
  }

  static func certificate(_ key: [UInt8], _ from: String, _ to: String) -> [UInt8] {
    func time(_ text: String) -> [UInt8] {
      der(text.utf8.count == 13 ? 0x17 : 0x18, Array(text.utf8))
    }
    let info = sequence(algorithm, der(0x03, [0] + key))
    let signed = sequence(
      der(0xA0, der(0x02, [2])), der(0x02, [1]), algorithm, sequence(),
      sequence(time(from), time(to)),
      sequence(), info)
    return sequence(signed, algorithm, der(0x03, [0, 1, 2]))
  }

  static func rsaPublic(_ seed: UInt8) -> [UInt8] {
    sequence(der(0x02, modulus(seed)), der(0x02, [1, 0, 1]))
  }

  static func rsaPrivate(_ seed: UInt8) -> [UInt8] {
    sequence(der(0x02, [0]), der(0x02, modulus(seed)), der(0x02, [1, 0, 1]), der(0x02, [5]))
  }

  static func pkcs8(_ inner: [UInt8]) -> [UInt8] {
    sequence(der(0x02, [0]), algorithm, der(0x04, inner))
  }

  static func point(_ seed: UInt8) -> [UInt8] { [4] + (0..<64).map { UInt8($0) ^ seed } }

  static func ecPrivate(_ seed: UInt8) -> [UInt8] {
    sequence(
      der(0x02, [1]), der(0x04, [UInt8](repeating: 9, count: 32)), der(0xA0, der(0x06, [0x2A])),
      der(0xA1, der(0x03, [0] + point(seed))))
  }

  static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
    [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
  }

  static func number(_ value: UInt64) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (UInt64($0) * 8)) }
  }

  static func sshPrivate(_ seed: UInt8) -> [UInt8] {
    let blob = string("ssh-ed25519".utf8) + string([UInt8](repeating: seed, count: 32))
    return Array("openssh-key-v1\0".utf8) + string("none".utf8) + string("none".utf8) + string([])
      + [0, 0, 0, 1] + string(blob) + string([UInt8](repeating: 3, count: 80))
  }

  static func sshCertificate(_ seed: UInt8, _ after: UInt64, _ before: UInt64) -> String {
    let bytes =
      string("ssh-ed25519-cert-v01@openssh.com".utf8) + string([UInt8](repeating: 1, count: 32))
      + string([UInt8](repeating: seed, count: 32)) + number(7) + [0, 0, 0, 1] + string("id".utf8)
      + string(string("root".utf8)) + number(after) + number(before) + string([]) + string([])
    return "ssh-ed25519-cert-v01@openssh.com "
      + String(decoding: Base64.encode(bytes), as: UTF8.self)
  }
}

@Suite struct CertificatesTests {
  private func validity(_ key: String, in text: String) -> Evidence.Validity? {
    Certificates(in: Array(text.utf8)).validity(of: Secret(key.utf8))
  }

  private let end = Timestamp(year: 2027, month: 5, day: 6, hour: 7, minute: 8, second: 9)

  @Test(arguments: ["\n", "\n    ", "\\n", "\r\n"])
  func `the certificate for the key counts, however it is written`(_ breaks: String) throws {
    for key in [Made.rsaPrivate(1), Made.pkcs8(Made.rsaPrivate(1))] {
      let key = Made.pem("PRIVATE KEY", key, breaks: breaks)
      let other = Made.pem(
        "CERTIFICATE", Made.certificate(Made.rsaPublic(2), "200101000000Z", "210101000000Z"))
      let own = Made.pem(
        "CERTIFICATE", Made.certificate(Made.rsaPublic(1), "250506070809Z", "270506070809Z"),
        breaks: breaks)
      let found = try #require(validity(key, in: "\(other)\n\(own)\n\(key)\n"))
      #expect(found.expires == end && found.notBefore?.day == "2025-05-06")
      #expect(found.witness.contains("certificate"))
      #expect(validity(key, in: "\(other)\n\(key)") == nil)
    }
  }

  @Test func `elliptic curves, and a certificate in base64 as in a kubeconfig`() throws {
    let key = Made.pem("EC PRIVATE KEY", Made.ecPrivate(3))
    let own = Made.pem(
      "CERTIFICATE", Made.certificate(Made.point(3), "250506070809Z", "20270506070809Z"))
    #expect(validity(key, in: own)?.expires == end)
    let encoded = String(decoding: Base64.encode(Array(own.utf8)), as: UTF8.self)
    #expect(validity(key, in: "client-certificate-data: \(encoded)\nother: x\n")?.expires == end)
  }

  @Test func `a renewal counts, and one without an end`() throws {
    let key = Made.pem("RSA PRIVATE KEY", Made.rsaPrivate(1))
    func text(_ ends: String...) -> String {
      ends.map {
        Made.pem("CERTIFICATE", Made.certificate(Made.rsaPublic(1), "200101000000Z", $0))
      }.joined(separator: "\n")
    }
    #expect(validity(key, in: text("270506070809Z", "210101000000Z"))?.expires == end)
    #expect(validity(key, in: text("210101000000Z", "270506070809Z"))?.expires == end)
    let endless = try #require(validity(key, in: text("210101000000Z", "99991231235959Z")))
    #expect(endless.expires == nil && endless.notBefore != nil)
  }

  @Test func `certificates of OpenSSH`() throws {
    let key = Made.pem("OPENSSH PRIVATE KEY", Made.sshPrivate(5))
    let own = Made.sshCertificate(5, 1_700_000_000, UInt64(end.seconds))
    #expect(validity(key, in: "\(key)\n\(own) ci@host\n")?.expires == end)
    #expect(validity(key, in: Made.sshCertificate(6, 0, 1_800_000_000)) == nil)
    let endless = try #require(validity(key, in: Made.sshCertificate(5, 0, .max)))
    #expect(endless.expires == nil)
  }

  @Test func `what is cut or no certificate is none`() {
    let key = Made.pem("RSA PRIVATE KEY", Made.rsaPrivate(1))
    let bytes = Made.certificate(Made.rsaPublic(1), "250506070809Z", "270506070809Z")
    for count in stride(from: 0, to: bytes.count - 60, by: 3) {
      #expect(validity(key, in: Made.pem("CERTIFICATE", Array(bytes.prefix(count)))) == nil)
    }
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0xFF
      _ = validity(key, in: Made.pem("CERTIFICATE", damaged))
    }
    #expect(validity("-----BEGIN PRIVATE KEY-----", in: "-----BEGIN CERTIFICATE-----") == nil)
    #expect(validity("", in: "") == nil)
  }
}
