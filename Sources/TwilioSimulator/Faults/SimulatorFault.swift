/// What can go wrong with a send.
public enum SimulatorFault: String, Sendable, Hashable, CaseIterable {
  /// The connection is closed before the form is read; nothing is taken.
  case closeBeforeReading = "close-before-reading"
  /// 429 with `Retry-After: 1`; nothing is taken.
  case tooManyRequests = "too-many-requests"
  /// 500; nothing is taken.
  case failBeforeTaking = "fail-before-taking"
  /// The message is taken, and the answer is 500.
  case failAfterTaking = "fail-after-taking"
  /// The message is taken, and no answer comes for ``SimulatorConfiguration/hang``; then the connection
  /// is closed.
  case hangAfterTaking = "hang-after-taking"
  /// The message is taken, and the connection is reset.
  case resetAfterTaking = "reset-after-taking"
}
