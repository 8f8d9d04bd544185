/// The pages of an operation. The limit of time is for each page.
public struct Pages<Operation: PagedOperation>: AsyncSequence, Sendable {
  let client: AWSClient
  let first: Operation
  let limit: Duration?

  /// Starts at the first page.
  public func makeAsyncIterator() -> Iterator {
    Iterator(client: client, next: first, limit: limit)
  }

  /// Where one is among the pages.
  public struct Iterator: AsyncIteratorProtocol {
    let client: AWSClient
    var next: Operation?
    let limit: Duration?

    /// Asks for the next page.
    public mutating func next() async throws(Operation.Failure) -> Operation.Answer? {
      try await next(isolation: #isolation)
    }

    /// Asks for the next page.
    public mutating func next(
      isolation: isolated (any Actor)?
    ) async throws(Operation.Failure) -> Operation.Answer? {
      guard let request = next else { return nil }
      let page = try await client.send(request, within: limit)
      next = request.following(page)
      return page
    }
  }
}
