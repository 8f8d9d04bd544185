/// Why a document was not written.
public enum YAMLFailure: Error, Sendable, Hashable {
  /// A mapping holds a key twice; `path` leads to the key.
  case duplicateKey(String, path: YAMLPath)
  /// A number is infinite or not a number, which JSON, and so Helm, can't hold.
  case numberNotFinite(Double, path: YAMLPath)
  /// A text is longer than the `Int32.max` bytes that libyaml can count.
  case textTooLong(bytes: Int, path: YAMLPath)
  /// The header holds a control character or a line separator, which could end the comment early.
  case headerNotPrintable(Unicode.Scalar)
  /// libyaml refused; `problem` is its own text.
  case emitter(problem: String)
}

extension YAMLFailure: CustomStringConvertible {
  /// What is wrong with the actual value, and what to write instead.
  public var description: String {
    switch self {
    case .duplicateKey(let key, let path):
      "\(path) is set twice; keep one of the two values of \"\(key)\""
    case .numberNotFinite(let number, let path):
      "\(path) is \(number), which Helm's JSON can't hold; write a finite number or a text"
    case .textTooLong(let bytes, let path):
      "\(path) is a text of \(bytes) bytes; libyaml takes \(Int32.max) at most, so split it"
    case .headerNotPrintable(let scalar):
      "the header holds U+\(String(scalar.value, radix: 16, uppercase: true)); "
        + "write printable characters and line feeds only"
    case .emitter(let problem):
      "libyaml: \(problem)"
    }
  }
}
