import Alerts
import Foundation

/// Where a list goes on, as callers see it: opaque, so that nobody builds one.
package enum Cursor {
  /// Hides what comes last on a page.
  package static func text(after last: String) -> String {
    Data(last.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  /// What ``text(after:)`` hid; nil for what isn't one of ours.
  package static func last(of text: String) -> String? {
    guard text.utf8.count <= 200 else { return nil }
    let padded =
      text.replacing("-", with: "+").replacing("_", with: "/")
      + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: padded), let last = String(data: data, encoding: .utf8),
      Cursor.text(after: last) == text, !last.isEmpty,
      last.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return last
  }
}
