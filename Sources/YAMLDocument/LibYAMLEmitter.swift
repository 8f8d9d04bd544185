internal import CLibYAML

/// libyaml's emitter with its output, freed together.
///
/// libyaml wants a fixed address for itself and the events, hence the allocations. An event that is
/// sent belongs to the emitter, also where sending fails: libyaml frees it then or with the emitter.
final class LibYAMLEmitter {
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  /// What has been flushed so far.
  private var output: [UInt8] = []

  /// - Throws: ``YAMLFailure/emitter(problem:)`` where libyaml gets no memory.
  init() throws(YAMLFailure) {
    emitter = .allocate(capacity: 1)
    emitter.initialize(to: yaml_emitter_t())
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    guard yaml_emitter_initialize(emitter) == 1 else { throw problem() }
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_indent(emitter, 2)
    yaml_emitter_set_break(emitter, YAML_LN_BREAK)
    // Unretained: libyaml calls back only from within methods of this object.
    yaml_emitter_set_output(emitter, appendOutput, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
    event.deallocate()
  }

  /// Opens the stream and its one document, without `---`.
  func startDocument() throws(YAMLFailure) {
    try send(yaml_stream_start_event_initialize(event, YAML_UTF8_ENCODING))
    try send(yaml_document_start_event_initialize(event, nil, nil, nil, 1))
  }

  /// Closes document and stream; the whole text.
  func endDocument() throws(YAMLFailure) -> [UInt8] {
    try send(yaml_document_end_event_initialize(event, 1))
    try send(yaml_stream_end_event_initialize(event))
    return output
  }

  /// Opens a list.
  func startSequence() throws(YAMLFailure) {
    try send(
      yaml_sequence_start_event_initialize(event, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE))
  }

  /// Closes the innermost list.
  func endSequence() throws(YAMLFailure) { try send(yaml_sequence_end_event_initialize(event)) }

  /// Opens a mapping; scalars alternate between keys and values from here.
  func startMapping() throws(YAMLFailure) {
    try send(yaml_mapping_start_event_initialize(event, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE))
  }

  /// Closes the innermost mapping.
  func endMapping() throws(YAMLFailure) { try send(yaml_mapping_end_event_initialize(event)) }

  /// A scalar whose type the reader is to find out: a number, `true`, `null`.
  func plain(_ text: String) throws(YAMLFailure) {
    try scalar(text) { _ in YAML_PLAIN_SCALAR_STYLE }
  }

  /// Text of at most `Int32.max` bytes, in the style that keeps it text.
  func scalar(_ text: String, as role: ScalarRole) throws(YAMLFailure) {
    try scalar(text) { bytes in
      switch ScalarStyle(of: bytes, as: role) {
      case .plain: YAML_PLAIN_SCALAR_STYLE
      case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
      case .literal: YAML_LITERAL_SCALAR_STYLE
      }
    }
  }

  private func scalar(
    _ text: String, style: (UnsafeBufferPointer<UInt8>) -> yaml_scalar_style_t
  ) throws(YAMLFailure) {
    var text = text
    let initialized = text.withUTF8 { bytes in
      // An empty buffer may lack an address, but libyaml asserts one.
      let start = bytes.baseAddress ?? StaticString("").utf8Start
      return yaml_scalar_event_initialize(
        event, nil, nil, start, Int32(bytes.count), 1, 1, style(bytes))
    }
    try send(initialized)
  }

  /// Hands the event over, if it could be `initialized`.
  private func send(_ initialized: Int32) throws(YAMLFailure) {
    guard initialized == 1 else { throw .emitter(problem: "no memory for an event") }
    guard yaml_emitter_emit(emitter, event) == 1 else { throw problem() }
  }

  /// What libyaml says is wrong; it says nothing where memory is short.
  private func problem() -> YAMLFailure {
    .emitter(problem: emitter.pointee.problem.map { String(cString: $0) } ?? "out of memory")
  }

  fileprivate func append(_ bytes: UnsafeBufferPointer<UInt8>) { output.append(contentsOf: bytes) }
}

/// libyaml's write handler: 1 for success.
private func appendOutput(
  context: UnsafeMutableRawPointer?, bytes: UnsafeMutablePointer<UInt8>?, count: Int
) -> Int32 {
  guard let context else { return 0 }
  let emitter = Unmanaged<LibYAMLEmitter>.fromOpaque(context).takeUnretainedValue()
  emitter.append(UnsafeBufferPointer(start: bytes, count: count))
  return 1
}
