/// The environment of a process. As in the AWS SDKs, an empty variable counts as missing.
struct EnvironmentVariables: Sendable {
  private let values: [String: String]

  init(_ values: [String: String]) {
    self.values = values
  }

  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
