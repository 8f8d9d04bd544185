import Alerts
import FormText
import Foundation
import HTTPTypes
import Hummingbird
import JSONText
import NIOCore
import Synchronization

extension TwilioSimulator {
  /// Takes a send, unless it isn't as it should be, or meets a fault or a trap.
  func answerSend(
    _ channel: Alerts.Channel, _ request: Request, _ context: SimulatorContext
  ) async throws -> Response {
    let fault = state.withLock { $0.faults.draw() }
    if fault == .closeBeforeReading { return await context.breakConnection(isReset: false) }
    let form = try await Self.form(of: request)
    let send = try SendRequest(
      channel, form, sender: configuration.credentials.sender,
      optedOut: state.withLock { $0.optedOut })
    if fault == .tooManyRequests { throw Refusal.tooMany }
    if fault == .failBeforeTaking { throw Refusal.failure }
    if let trap = state.withLock({ $0.trap(at: .arrived) }) { return await hold(trap, context) }

    let record = take(send)
    configuration.onAccepted(record.accepted)
    if let trap = state.withLock({ $0.trap(at: .taken) }) { return await hold(trap, context) }
    // Throws when the simulator ends.
    if configuration.latency > .zero { try await Task.sleep(for: configuration.latency) }
    switch fault {
    case .failAfterTaking: throw Refusal.failure
    case .hangAfterTaking:
      try await Task.sleep(for: configuration.hang)
      return await context.breakConnection(isReset: false)
    case .resetAfterTaking: return await context.breakConnection(isReset: true)
    case .closeBeforeReading, .tooManyRequests, .failBeforeTaking, nil: break
    }
    let json = record.json(account: configuration.credentials.accountSID)
    guard let trap = state.withLock({ $0.trap(at: .answered) }) else {
      return Response(.created, json)
    }
    let bytes = json.bytes
    return Response(
      status: .created, headers: [.contentType: "application/json"],
      body: ResponseBody(contentLength: bytes.count) { writer in
        try await writer.write(ByteBuffer(bytes: bytes))
        try await writer.finish(nil)
        trap.spring()
      })
  }

  private func take(_ send: SendRequest) -> SentRecord {
    state.withLock { state in
      let (record, index) = state.ledger.take(send, at: Date())
      if let courses = state.courses {
        state.underWay += 1
        courses.yield(index)
      }
      return record
    }
  }

  /// Springs a trap, and holds the send until its sender has surely been killed.
  private func hold(_ trap: SimulatorTrap, _ context: SimulatorContext) async -> Response {
    trap.spring()
    // Throws when the simulator ends, which ends the hold as well.
    try? await Task.sleep(for: configuration.trapHold)
    return await context.breakConnection(isReset: true)
  }

  /// The fields that were sent; none where it isn't a form, so that all are missing, as for Twilio.
  private static func form(of request: Request) async throws -> [FormField] {
    let type = request.headers[.contentType]?.prefix { $0 != ";" }
    let bytes = try await request.body.collect(upTo: 1 << 16)
    guard type?.lowercased() == "application/x-www-form-urlencoded" else { return [] }
    return FormText.fields(of: String(buffer: bytes)) ?? []
  }
}
