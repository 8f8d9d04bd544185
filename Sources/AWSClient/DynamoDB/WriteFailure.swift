import Foundation

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
    struct Body: Decodable {
      var Item: DynamoDB.Item?
    }
    guard error.code == "ConditionalCheckFailedException" else {
      self = .failed(error)
      return
    }
    // That the condition failed is certain, also where the item is of a type that is not read.
    let body = try? JSONDecoder().decode(Body.self, from: Data(answer))
    self = .conditionFailed(item: body?.Item)
  }
}

extension DynamoDB.TransactionFailure {
  init(_ error: AWSError, answer: [UInt8]) {
    struct Body: Decodable {
      struct Reason: Decodable {
        var Code: String?
        var Message: String?
        var Item: DynamoDB.Item?
      }
      var CancellationReasons: [Reason]
    }
    guard error.code == "TransactionCanceledException",
      let body = try? JSONDecoder().decode(Body.self, from: Data(answer))
    else {
      self = .failed(error)
      return
    }
    self = .cancelled(
      body.CancellationReasons.map { reason in
        guard let code = reason.Code, code != "None" else { return nil }
        return .init(code: code, message: reason.Message, item: reason.Item)
      })
  }
}
