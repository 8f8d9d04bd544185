import JSONText

extension DynamoDB {
  /// Why a write was not done.
  public enum WriteFailure: Error, Sendable, Hashable {
    /// Its condition does not hold. `item` is the item as it is, where the write asks for it and
    /// there is one.
    case conditionFailed(item: Item?)
    /// Anything else; it may have been done where the error's cause says so.
    case failed(AWSError)
  }

  /// Why a transaction was not done.
  public enum TransactionFailure: Error, Sendable, Hashable {
    /// For each action in turn, what was wrong with it; nil where nothing was.
    case cancelled([CancellationReason?])
    /// Anything else; it may have been done where the error's cause says so.
    case failed(AWSError)
  }

  /// What was wrong with one action of a transaction.
  public struct CancellationReason: Sendable, Hashable {
    /// Such as `ConditionalCheckFailed` or `TransactionConflict`.
    public let code: String
    /// What DynamoDB says of it.
    public let message: String?
    /// The item as it is, where the action asks for it.
    public let item: Item?
  }
}

extension DynamoDB.WriteFailure: CustomStringConvertible {
  /// What happened, without the item.
  public var description: String {
    switch self {
    case .conditionFailed(let item):
      "DynamoDB: the condition does not hold\(item == nil ? "" : "; the item is at hand")"
    case .failed(let error): "\(error)"
    }
  }
}

extension DynamoDB.TransactionFailure: CustomStringConvertible {
  /// What happened, without the items.
  public var description: String {
    switch self {
    case .cancelled(let reasons):
      "DynamoDB: the transaction was cancelled: "
        + reasons.map { $0?.code ?? "None" }.joined(separator: ", ")
    case .failed(let error): "\(error)"
    }
  }
}

extension DynamoDB.WriteFailure {
  init(_ error: AWSError, answer: [UInt8]) {
    guard error.code == "ConditionalCheckFailedException" else {
      self = .failed(error)
      return
    }
    // That the condition failed is certain, also where the item is of a type that is not read.
    let item = (try? JSONValue(reading: answer))?["Item"]
    self = .conditionFailed(item: item.flatMap { try? DynamoDB.item(reading: $0) })
  }
}

extension DynamoDB.TransactionFailure {
  init(_ error: AWSError, answer: [UInt8]) {
    guard error.code == "TransactionCanceledException",
      let reasons = (try? JSONValue(reading: answer))?["CancellationReasons"]?.elements
    else {
      self = .failed(error)
      return
    }
    self = .cancelled(
      reasons.map { reason in
        guard let code = reason["Code"]?.text, code != "None" else { return nil }
        return .init(
          code: code, message: reason["Message"]?.text,
          item: reason["Item"].flatMap { try? DynamoDB.item(reading: $0) })
      })
  }
}
