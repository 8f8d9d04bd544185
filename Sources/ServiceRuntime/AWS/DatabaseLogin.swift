import JSONText

/// What a secret of a database holds.
struct DatabaseLogin: Sendable {
  let user: String
  let password: String

  /// Why it can't be read; its value is not shown.
  struct Unreadable: Error, CustomStringConvertible {
    var description: String {
      "a database's secret must be JSON with `username` and `password`"
    }
  }

  init(reading secret: SecretValue) throws(Unreadable) {
    guard let value = try? JSONValue(reading: secret.value.utf8),
      let user = value["username"]?.text, let password = value["password"]?.text
    else { throw Unreadable() }
    self.user = user
    self.password = password
  }
}
