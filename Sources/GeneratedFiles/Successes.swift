extension Array {
  /// The values, where all are; otherwise throws what `combine` makes of the errors.
  func successes<Success>(
    combining combine: ([any Error]) -> any Error
  ) throws -> [Success] where Element == Result<Success, any Error> {
    var values: [Success] = []
    var errors: [any Error] = []
    for result in self {
      switch result {
      case .success(let value): values.append(value)
      case .failure(let error): errors.append(error)
      }
    }
    guard errors.isEmpty else { throw combine(errors) }
    return values
  }
}
