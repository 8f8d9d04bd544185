public import Foundation
public import JSONText

/// What AWS Lambda asks of a program that it runs: to fetch each invocation, and to say what became of it.
///
/// Source: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes", version
/// 2018-06-01, 2026-11.
public struct LambdaRuntime: Sendable {
  /// The variable that says where the interface is: a host and a port.
  public static let variable = "AWS_LAMBDA_RUNTIME_API"

  /// What a function is started for.
  public struct Invocation: Sendable {
    /// Names it.
    public let id: String
    /// When Lambda ends the function.
    public let deadline: Date
  }

  /// What Lambda is told of something that went wrong.
  public struct Failure: Error, Sendable, Hashable {
    /// A category and a reason: `Poller.RoundFailed`.
    public let type: String
    /// For people.
    public let message: String

    /// A failure to tell of.
    public init(type: String, message: String) {
      self.type = type
      self.message = message
    }
  }

  /// The interface answered in a way that leaves nothing to do but to end; Lambda starts the program again.
  public struct Broken: Error, Sendable, Hashable, CustomStringConvertible {
    /// What it did.
    public let description: String
  }

  private let base: String
  private let transport: any WebTransport

  /// Lambda's interface, where the environment names one.
  public init?(environment: [String: String], transport: any WebTransport) {
    guard let address = environment[Self.variable], !address.isEmpty else { return nil }
    base = "http://\(address)/2018-06-01/runtime"
    self.transport = transport
  }

  /// Waits for invocations and handles one after the other, until the interface is broken or this task is
  /// cancelled.
  public func run(
    _ handle: @Sendable (Invocation) async -> Result<JSONValue, Failure>
  ) async throws {
    while !Task.isCancelled {
      let invocation = try await next()
      switch await handle(invocation) {
      case .success(let answer):
        try await tell("invocation/\(invocation.id)/response", answer)
      case .failure(let failure):
        try await tell("invocation/\(invocation.id)/error", failure.json, type: failure.type)
      }
    }
  }

  /// Tells that the program can't begin; it should then end.
  public func failInitialization(_ failure: Failure) async throws {
    try await tell("init/error", failure.json, type: failure.type)
  }

  /// Waits as long as it takes: between invocations the whole program stands still.
  private func next() async throws -> Invocation {
    let answer = try await transport.send(WebRequest(url: "\(base)/invocation/next"))
    guard answer.status == 200, let id = answer.header("Lambda-Runtime-Aws-Request-Id"),
      let deadline = answer.header("Lambda-Runtime-Deadline-Ms").flatMap(Double.init)
    else {
      throw Broken(description: "Lambda answers \(answer.status) instead of an invocation")
    }
    return Invocation(id: id, deadline: Date(timeIntervalSince1970: deadline / 1000))
  }

  private func tell(_ path: String, _ body: JSONValue, type: String? = nil) async throws {
    var request = WebRequest(
      method: "POST", url: "\(base)/\(path)",
      headers: [(name: "Content-Type", value: "application/json")], body: body.bytes)
    if let type {
      request.headers.append((name: "Lambda-Runtime-Function-Error-Type", value: type))
    }
    let answer = try await transport.send(request)
    // Of an invocation that came too late Lambda wants to hear nothing more: the next one may come.
    guard answer.status == 202 || answer.status == 400 || answer.status == 413 else {
      throw Broken(description: "Lambda answers \(answer.status) to \(path)")
    }
  }
}

extension LambdaRuntime.Failure {
  fileprivate var json: JSONValue {
    ["errorMessage": .string(message), "errorType": .string(type), "stackTrace": []]
  }
}
