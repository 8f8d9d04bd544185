import AWSClient

extension Array {
  /// Parts of at most `size` elements, in order.
  func split(by size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

extension BatchAnswer {
  /// Throws where a part of the batch was refused; the whole batch may then be sent again.
  func throwFailures() throws(BatchRefused) {
    if let first = failed.first { throw BatchRefused(count: failed.count, first: first) }
  }
}

/// A part of a batch was refused.
struct BatchRefused: Error, CustomStringConvertible {
  let count: Int
  let first: BatchFailure

  var description: String {
    "\(count) of a batch were refused: \(first.code) \(first.message ?? "")"
  }
}
