public import Findings

/// The certificates of a document: of X.509 as PEM, or as PEM in base64 as in a kubeconfig, and of
/// OpenSSH. They tell how long the private key beside them is good for, if they are made for it.
public struct Certificates: Sendable {
  private typealias Validity = Evidence.Validity

  /// For each key the validity that ends last: a renewal counts.
  private var validities: [PublicKey: Validity] = [:]

  /// How many certificates of a document are read, and how long one may be, in bytes.
  private static let most = 256
  private static let longest = 1 << 16

  /// The certificates of a text. O(bytes).
  public init(in text: [UInt8]) {
    let openings: [(bytes: [UInt8], read: (ArraySlice<UInt8>) -> (PublicKey, Validity)?)] = [
      (Array("-----BEGIN CERTIFICATE-----".utf8), { Self.x509($0) }),
      // The same in base64.
      (Array("LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t".utf8), { Self.encoded($0) }),
      (Array("-cert-v01@openssh.com AAAA".utf8), { Self.openSSH($0) }),
    ]
    for opening in openings {
      var start = 0
      for _ in 0..<Self.most {
        guard let place = PEMText.place(of: opening.bytes, in: text, from: start) else { break }
        start = place + opening.bytes.count
        let rest = text[place..<min(text.count, place + Self.longest)]
        if let (key, validity) = opening.read(rest) { add(validity, for: key) }
      }
    }
  }

  /// How long a private key is good for, by the certificate that is made for it; `nil` if there is
  /// none.
  public func validity(of key: Secret) -> Evidence.Validity? {
    guard !validities.isEmpty else { return nil }
    return key.reveal { bytes in
      guard let der = PEMText.decode(bytes) else { return nil }
      let key = PublicKey(openSSH: der[...]) ?? PublicKey(privateDER: der[...])
      return key.flatMap { validities[$0] }
    }
  }

  private mutating func add(_ validity: Validity, for key: PublicKey) {
    guard let known = validities[key] else {
      validities[key] = validity
      return
    }
    guard let end = known.expires else { return }
    if validity.expires.map({ $0 > end }) ?? true { validities[key] = validity }
  }

  private static func x509(_ text: ArraySlice<UInt8>) -> (PublicKey, Validity)? {
    guard let der = PEMText.decode(text), let certificate = X509Certificate(der: der) else {
      return nil
    }
    return (certificate.key, validity(certificate.notBefore, certificate.notAfter))
  }

  private static func validity(_ notBefore: Timestamp?, _ notAfter: Timestamp?) -> Validity {
    Validity(
      witness: "the certificate beside it, made for the same key,", notBefore: notBefore,
      expires: notAfter)
  }

  private static func encoded(_ text: ArraySlice<UInt8>) -> (PublicKey, Validity)? {
    Base64.decode(text.prefix { PEMText.isDigit($0) }).flatMap { x509($0[...]) }
  }

  private static func openSSH(_ text: ArraySlice<UInt8>) -> (PublicKey, Validity)? {
    guard let space = text.firstIndex(of: UInt8(ascii: " ")),
      let blob = Base64.decode(text[(space + 1)...].prefix { PEMText.isDigit($0) }),
      let certificate = SSHCertificate(blob: blob)
    else { return nil }
    return (certificate.key, validity(certificate.notBefore, certificate.notAfter))
  }
}
