import Alerts
import Foundation
import HTTPTypes
import Hummingbird
import JSONText
import NIOCore
import Synchronization
import Timestamps

extension TwilioSimulator {
  /// Serves `/simulator/…`, for other processes; only this machine reaches it.
  ///
  /// - `GET /simulator/counts`: how many were taken, how many different ones, what was repeated.
  /// - `GET /simulator/accepted`: every one.
  /// - `PUT /simulator/faults`: `{"rates": {"fail-after-taking": 0.01}, "next": ["hang-after-taking"]}`;
  ///   either may be left out.
  /// - `POST /simulator/replies`: `{"from": "+14155550123", "text": "STOP"}`.
  func serveControl(_ router: Router<SimulatorContext>) {
    router.get("/simulator/counts") { [self] _, _ in Response(.ok, counts) }
    router.get("/simulator/accepted") { [self] _, _ in
      Response(.ok, ["accepted": .array(accepted.map(\.json))])
    }
    router.put("/simulator/faults") { [self] request, _ in
      try setFaults(try await Self.json(of: request))
      return Response(status: .noContent)
    }
    router.post("/simulator/replies") { [self] request, _ in
      let json = try await Self.json(of: request)
      guard let number = json["from"]?.text.flatMap(PhoneNumber.init), let text = json["text"]?.text
      else { throw Self.mistake(#"send {"from": "+14155550123", "text": "STOP"}"#) }
      let isAnswered = await reply(Reply(reading: text), from: number)
      return Response(.ok, ["answered": .bool(isAnswered)])
    }
  }

  private var counts: JSONValue {
    let (accepted, distinct, repeated, callbacks) = state.withLock {
      ($0.ledger.records.count, $0.ledger.distinct, $0.ledger.repeated, $0.callbacks)
    }
    let repetitions = repeated.map { repetition -> JSONValue in
      [
        "channel": .string(repetition.channel.rawValue), "to": .string(repetition.to.e164),
        "text": .string(repetition.text), "sids": .array(repetition.sids.map(JSONValue.string)),
      ]
    }
    return [
      "accepted": .integer(Int64(accepted)),
      "distinct": .integer(Int64(distinct)),
      "repeated": .array(repetitions),
      "callbacks": [
        "answered": .integer(Int64(callbacks.answered)),
        "failed": .integer(Int64(callbacks.failed)), "dropped": .integer(Int64(callbacks.dropped)),
      ],
    ]
  }

  private func setFaults(_ json: JSONValue) throws {
    var next: [SimulatorFault?] = []
    for value in json["next"]?.elements ?? [] { next.append(try Self.fault(value.text ?? "")) }
    var rates: [SimulatorFault: Double] = [:]
    if case .object(let object)? = json["rates"] {
      for (name, value) in object.members { rates[try Self.fault(name)] = try Self.rate(value) }
      guard rates.values.reduce(0, +) <= 1 else { throw Self.mistake("rates together exceed 1") }
      setRates(rates)
    }
    state.withLock { $0.faults.arrange(next) }
  }

  private static func fault(_ name: String) throws -> SimulatorFault {
    guard let fault = SimulatorFault(rawValue: name) else {
      let names = SimulatorFault.allCases.map(\.rawValue).joined(separator: ", ")
      throw mistake("there is no fault `\(name)`; there are \(names)")
    }
    return fault
  }

  private static func rate(_ value: JSONValue) throws -> Double {
    let rate: Double? =
      switch value {
      case .integer(let whole): Double(whole)
      case .number(let number): number
      case .null, .bool, .string, .array, .object: nil
      }
    guard let rate, (0...1).contains(rate) else { throw mistake("a rate is from 0 to 1") }
    return rate
  }

  private static func json(of request: Request) async throws -> JSONValue {
    let bytes = try await request.body.collect(upTo: 1 << 16)
    do {
      return try JSONValue(reading: bytes.readableBytesView)
    } catch {
      throw mistake("the body is not JSON: \(error.problem)")
    }
  }

  private static func mistake(_ text: String) -> HTTPError { HTTPError(.badRequest, message: text) }
}

extension TwilioSimulator.Reply {
  /// Reads what is written; Twilio looks at the whole text, in upper case.
  init(reading text: String) {
    switch text.trimmingCharacters(in: .whitespacesAndNewlines).uppercased() {
    case "STOP": self = .stop
    case "START": self = .start
    default: self = .other(text)
    }
  }
}

extension Accepted {
  fileprivate var json: JSONValue {
    [
      "sid": .string(sid), "channel": .string(channel.rawValue), "to": .string(to.e164),
      "text": .string(text), "at": .string(Timestamp.text(of: at)),
    ]
  }
}
