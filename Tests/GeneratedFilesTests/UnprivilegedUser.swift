import Foundation

/// `nobody` on Linux; any user that owns nothing will do.
private let unprivileged: UInt32 = 65534

/// Gives up the rights of the superuser, who may write everywhere; nothing to do for others.
///
/// For child processes: there is no way back.
func becomeUnprivileged() throws {
  guard geteuid() == 0 else { return }
  guard setgid(unprivileged) == 0, setuid(unprivileged) == 0 else {
    throw CocoaError(.fileWriteNoPermission)
  }
}

extension TemporaryFolder {
  /// Lets a child that called ``becomeUnprivileged()`` own the folder and all in it.
  func giveToUnprivilegedUser() throws {
    guard geteuid() == 0 else { return }
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for path in [root] + names.map({ root + "/" + $0 }) {
      guard lchown(path, unprivileged, unprivileged) == 0 else {
        throw CocoaError(.fileWriteNoPermission)
      }
    }
  }
}
