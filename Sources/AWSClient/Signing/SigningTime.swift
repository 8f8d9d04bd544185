import Foundation
import Timestamps

/// When a request is signed: AWS refuses it 5 minutes later, for some services 15.
struct SigningTime: Sendable, Hashable {
  /// `20260102T030405Z`.
  let stamp: String
  /// `20260102`.
  var day: String { String(stamp.prefix(8)) }

  /// The second that `date` lies in, in UTC.
  init(_ date: Date) {
    let second = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    stamp = "\(Timestamp.text(of: second).prefix(19).filter { !"-:".contains($0) })Z"
  }
}
