/// What became of each entry of a batch: AWS answers HTTP 200 also where some of them failed.
public struct BatchAnswer<Entry: Sendable>: Sendable {
  /// What succeeded, by the entry's own id.
  public var successful: [String: Entry]
  /// What did not.
  public var failed: [BatchFailure]

  /// Takes AWS's answer and adds, as failures, the entries that it does not speak of.
  init(_ successful: [String: Entry], failed: [BatchFailure], of ids: [String]) {
    self.successful = successful
    let known = Set(successful.keys).union(failed.map(\.id))
    self.failed =
      failed
      + ids.filter { !known.contains($0) }.map { id in
        BatchFailure(
          id: id, code: "NotAnswered", message: "the answer does not say what became of it",
          isSenderFault: false)
      }
  }
}

/// An entry of a batch that failed.
public struct BatchFailure: Error, Sendable, Hashable, Decodable {
  /// The entry's own id.
  public let id: String
  /// AWS's name of the error.
  public let code: String
  /// What AWS says of it.
  public let message: String?
  /// Whether the same entry would fail again.
  public let isSenderFault: Bool

  private enum CodingKeys: String, CodingKey {
    case id = "Id"
    case code = "Code"
    case message = "Message"
    case isSenderFault = "SenderFault"
  }
}
