import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

extension Child {
  /// What to start.
  ///
  /// - Throws: ``RelativePath`` for a path whose meaning would depend on the working directory.
  func executable() throws(RelativePath) -> Executable {
    guard command.executable.contains("/") else { return .name(command.executable) }
    guard command.executable.hasPrefix("/") else { throw RelativePath() }
    return .path(FilePath(command.executable))
  }

  /// This process's environment with the command's additions.
  func environment() -> Environment {
    let additions = command.environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    return .inherit.updating(Dictionary(additions, uniquingKeysWith: { first, _ in first }))
  }

  /// A group of its own, so that a terminal's signals do not reach it and ours reach all of it.
  func ownProcessGroup() -> PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    return options
  }
}

/// The executable is a path that does not start with `/`.
struct RelativePath: Error, CustomStringConvertible {
  let description = "its path is relative; write a name on PATH or a path that starts with /"
}

extension ExitStatus {
  /// The same in our terms.
  init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(code)
    case .signaled(let signal): self = .signalled(signal)
    }
  }
}
