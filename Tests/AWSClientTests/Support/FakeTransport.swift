import AWSClient
import Synchronization

/// Answers requests from a list, and keeps what was sent.
final class FakeTransport: HTTPTransport {
  /// What a request gets.
  enum Reply: Sendable {
    case answer(TransportResponse)
    case failure(TransportFailure)
    /// No answer before the time limit, which passes at once.
    case silence
    /// What the test decides while the request waits.
    case from(@Sendable (TransportRequest) async -> TransportResponse)
  }

  private let replies: Mutex<[Reply]>
  private let sent = Mutex<[TransportRequest]>([])
  private let time: TestTime

  init(_ time: TestTime, _ replies: [Reply]) {
    self.time = time
    self.replies = Mutex(replies)
  }

  /// Every request so far.
  var requests: [TransportRequest] { sent.withLock { $0 } }

  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    sent.withLock { $0.append(request) }
    let reply = replies.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    switch reply {
    case .answer(let answer): return answer
    case .failure(let failure): throw failure
    case .silence:
      time.passLimit()
      await untilCancelled()
      throw .cancelled
    case .from(let answer): return await answer(request)
    case nil: throw .connectionLost("the test has no more replies")
    }
  }
}

extension FakeTransport.Reply {
  /// An answer with JSON.
  static func json(
    _ body: String, status: Int = 200, headers: [HeaderField] = []
  ) -> FakeTransport.Reply {
    .answer(TransportResponse(status: status, headers: headers, body: Array(body.utf8)))
  }

  /// An error as the services that speak JSON write it.
  static func refusal(
    _ code: String, status: Int = 400, message: String = "", headers: [HeaderField] = []
  ) -> FakeTransport.Reply {
    .json(
      #"{"__type":"com.amazonaws.test#\#(code)","message":"\#(message)"}"#, status: status,
      headers: [HeaderField("x-amzn-RequestId", "request-1")] + headers)
  }

  /// An answer of the token service.
  static func roleCredentials(_ name: String, until expiration: String) -> FakeTransport.Reply {
    .answer(
      TransportResponse(
        status: 200, body: Array(roleCredentialsXML(name, until: expiration).utf8)))
  }
}

/// What the token service answers.
func roleCredentialsXML(_ name: String, until expiration: String) -> String {
  """
  <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
    <AssumeRoleWithWebIdentityResult>
      <Credentials>
        <AccessKeyId>\(name)</AccessKeyId>
        <SecretAccessKey>secret-of-\(name)</SecretAccessKey>
        <SessionToken>token-of-\(name)</SessionToken>
        <Expiration>\(expiration)</Expiration>
      </Credentials>
    </AssumeRoleWithWebIdentityResult>
  </AssumeRoleWithWebIdentityResponse>
  """
}

/// Waits for the end of this task and for nothing else.
func untilCancelled() async {
  let (never, _) = AsyncStream<Void>.makeStream()
  for await _ in never {}
}
