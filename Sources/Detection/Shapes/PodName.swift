/// Names that Kubernetes makes for the pods of a deployment: `api-gateway-664f97db8d-qhnwg`.
enum PodName {
  /// The letters and digits of generated suffixes: no vowels, and nothing that looks like one.
  /// Source: `k8s.io/apimachinery/pkg/util/rand`, `alphanums`.
  private static let suffix = ByteSet("bcdfghjklmnpqrstvwxz2456789")

  /// Whether a value is the name of a deployment, its template's hash and five characters.
  static func isOne(_ value: [UInt8]) -> Bool {
    guard value.count <= 63, value.first?.isLowercase == true else { return false }
    let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return false }
    let (hash, last) = (parts[parts.count - 2], parts[parts.count - 1])
    return last.count == 5 && last.allSatisfy(suffix.contains)
      && (8...10).contains(hash.count) && hash.allSatisfy(suffix.contains)
      && hash.contains(where: \.isDigit)
      && parts.dropLast(2).allSatisfy { $0.first?.isLowercase == true }
      && Wordiness.isWords(parts[0])
  }
}
