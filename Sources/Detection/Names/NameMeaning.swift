/// What a name promises about its value.
enum NameMeaning: Sendable, Hashable {
  /// People make it up: any literal will do.
  case password
  /// Made up or generated: `CLIENT_SECRET`, `jwt_secret`.
  case secret
  /// Generated: `GH_TOKEN`, `access_token`.
  case token
  /// Generated: `API_KEY`, `private_key`.
  case apiKey
  /// A name that is a secret's only if the value looks generated: `STREAK_KEY`, `credentials`.
  case uncertain
  /// `key` alone: a secret's only where a provider's word stands around it and the value has the
  /// shape of the provider's keys.
  case bare
  /// A header or field that names its scheme first: `Authorization: Bearer …`.
  case authorization
}
