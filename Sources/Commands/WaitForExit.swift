import Dispatch
import Foundation

/// Waits until the child has ended, without reaping it: its number stays taken.
///
/// Blocks a thread of its own, because `waitid` has no asynchronous form.
func waitForExit(of child: pid_t) async {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: "exit of \(child)").async {
      var information = siginfo_t()
      while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) == -1 && errno == EINTR {}
      continuation.resume()
    }
  }
}
