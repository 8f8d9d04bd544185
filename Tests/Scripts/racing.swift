import Foundation

/// Two threads change a number without order: `scripts/sanitize` must find that.
@main enum Racing {
  nonisolated(unsafe) static var count = 0

  static func main() {
    for _ in 0..<2 {
      Thread.detachNewThread { for _ in 0..<100_000 { count += 1 } }
    }
    Thread.sleep(forTimeInterval: 1)
  }
}
