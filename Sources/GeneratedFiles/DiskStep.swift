/// One change of the file system, about to happen.
///
/// Every change that the writer makes passes through here, so a test that stops at each step stops
/// at each point where a kill or a failing disk can be seen.
package struct DiskStep: Sendable, Hashable, CustomStringConvertible {
  /// The system call in the reader's words.
  package enum Action: String, Sendable {
    case makeFolder = "make folder"
    case createFile = "create"
    case writeBytes = "write"
    case closeFile = "close"
    case move
    case removeFile = "remove"
    case removeFolder = "remove folder"
  }

  /// What is about to be done.
  package let action: Action
  /// To what, relative to the folder of generated files.
  package let path: String

  package var description: String { "\(action.rawValue) \(path)" }
}
