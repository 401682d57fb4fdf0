internal import Digests
internal import Findings

/// Makes the fingerprints of values that a baseline holds.
struct Fingerprinting: Sendable {
  let scheme: Baseline.Scheme
  let key: [UInt8]?

  /// The fingerprint of each distinct value. Stretching is slow on purpose, so all threads share it.
  func fingerprints(of secrets: Set<Secret>, pool: WorkerPool) -> [Secret: String] {
    var all: [Secret: String] = [:]
    pool.run(
      produce: { submit in for secret in secrets { submit(secret) } },
      makeWorker: { [Secret: String]() },
      work: { found, secret in found[secret] = fingerprint(of: secret) },
      finish: { all.merge($0) { $1 } })
    return all
  }

  private func fingerprint(of secret: Secret) -> String {
    secret.reveal { value in
      switch scheme {
      case .key:
        let key = key ?? []
        return Identity.fingerprint(ofValue: value, key: HMACSHA256(key: key.span))
      case .salt(let salt, let iterations):
        let digest = PBKDF2HMACSHA256.key(
          password: value.span, salt: salt.span, iterations: iterations, length: 16)
        return digest.map { Hex.text($0) } ?? ""
      }
    }
  }
}
