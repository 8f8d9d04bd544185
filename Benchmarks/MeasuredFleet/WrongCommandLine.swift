#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ends the process with exit status 64 (`EX_USAGE`), after saying on standard error what to write.
public func endForWrongCommandLine(_ usage: String) -> Never {
  let text = Array("error: the command line is wrong\n  fix: write `\(usage)`\n".utf8)
  // Whether it could be said or not, the status tells.
  _ = write(STDERR_FILENO, text, text.count)
  exit(64)
}
