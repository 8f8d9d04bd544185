import Alerts
import Foundation

/// All that was taken. Each operation takes the same time, however much there is.
struct Ledger: Sendable {
  private struct Content: Hashable {
    let channel: Channel
    let to: PhoneNumber
    let text: String
  }

  private(set) var records: [SentRecord] = []
  private var byContent: [Content: [Int]] = [:]
  private var byRecipient: [PhoneNumber: [Int]] = [:]
  /// The first digits of all names: names of two runs differ.
  private let run = String(UInt64.random(in: .min ... .max), radix: 16)

  /// Takes a send; its record, and where that is.
  mutating func take(_ send: SendRequest, at now: Date) -> (record: SentRecord, index: Int) {
    let index = records.count
    let record = SentRecord(
      accepted: Accepted(
        sid: sid(index, send.channel), channel: send.channel, to: send.to, text: send.text, at: now),
      from: send.from, statusCallback: send.statusCallback, events: send.events,
      status: "queued", updatedAt: now)
    records.append(record)
    byContent[Content(channel: send.channel, to: send.to, text: send.text), default: []]
      .append(index)
    byRecipient[send.to, default: []].append(index)
    return (record, index)
  }

  /// Moves a record on.
  mutating func move(_ index: Int, to step: CallbackCourse.Step, at now: Date) -> SentRecord {
    records[index].status = step.resourceStatus
    records[index].errorCode = step.errorCode
    records[index].updatedAt = now
    if step.hasStarted { records[index].startedAt = records[index].startedAt ?? now }
    return records[index]
  }

  /// The record of a name.
  func record(_ sid: String, of channel: Channel) -> SentRecord? {
    guard let index = Int(sid.suffix(16), radix: 16), records.indices.contains(index),
      records[index].accepted.sid == sid, records[index].accepted.channel == channel
    else { return nil }
    return records[index]
  }

  /// What a page of a list holds, the newest first, and whether more follows; nil where the record
  /// after which it begins isn't there. What went to one number is found without a look at the rest.
  func page(_ query: ListQuery, of channel: Channel) -> (records: [SentRecord], isMore: Bool)? {
    let candidates = query.to.map { byRecipient[$0] ?? [] } ?? Array(records.indices)
    var page: [SentRecord] = []
    var isReached = query.after == nil
    for record in candidates.reversed().lazy.map({ records[$0] }) {
      guard isReached else {
        isReached = record.accepted.sid == query.after
        continue
      }
      guard record.accepted.channel == channel, query.matches(record) else { continue }
      guard page.count < query.pageSize else { return (page, true) }
      page.append(record)
    }
    return isReached ? (page, false) : nil
  }

  /// How many different texts went to different numbers.
  var distinct: Int { byContent.count }

  /// What went to somebody more than once.
  var repeated: [Repetition] {
    byContent.filter { $0.value.count > 1 }.sorted { $0.value[0] < $1.value[0] }.map {
      Repetition(
        channel: $0.key.channel, to: $0.key.to, text: $0.key.text,
        sids: $0.value.map { records[$0].accepted.sid })
    }
  }

  /// The name of a record: it holds its place, so that no index of names is needed.
  private func sid(_ index: Int, _ channel: Channel) -> String {
    func padded(_ digits: String) -> String {
      String(repeating: "0", count: 16 - digits.count) + digits
    }
    let prefix =
      switch channel {
      case .sms: "SM"
      case .voice: "CA"
      }
    return prefix + padded(run) + padded(String(index, radix: 16))
  }
}
