public import CellContract
public import CellPrimitives
import Foundation
import JSONText
public import Logging
import Timestamps

/// Writes each line of a log as a JSON object, with the contract's names at the top, for the metric
/// filters and saved queries that read them.
///
/// Values of metadata whose type hides what it holds, phone numbers and secrets, stay hidden: only
/// their descriptions are written.
public struct JSONLogHandler: LogHandler {
  /// What matters less is not written.
  public var logLevel: Logger.Level = .info
  /// Stands on every line.
  public var metadata: Logger.Metadata = [:]
  /// Adds what is known where a line is written.
  public var metadataProvider: Logger.MetadataProvider?

  private let label: String
  private let cell: String
  private let service: String
  private let output: LineOutput
  private let sample: LogSample

  /// Lines of a service in a cell.
  ///
  /// - Parameter debugSampling: how many percent of the lines below `info` are written.
  public init(
    label: String, cell: String, service: ServiceName, output: LineOutput,
    debugSampling: Percentage = .percent(100)
  ) {
    self.label = label
    self.cell = cell
    self.service = service.rawValue
    self.output = output
    sample = LogSample(debugSampling)
  }

  /// One piece of ``metadata``.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a line.
  public func log(event: LogEvent) {
    var metadata = self.metadata
    if let provided = metadataProvider?.get() { metadata.merge(provided) { $1 } }
    if let given = event.metadata { metadata.merge(given) { $1 } }
    guard event.level >= .info || sample.takes(metadata) else { return }
    var object: JSONObject = [
      "time": .string(Timestamp.text(of: Date())),
      LogField.level.rawValue: .string(LogLevel(event.level).rawValue),
      LogField.message.rawValue: .string(event.message.description),
      LogField.cell.rawValue: .string(cell),
      LogField.service.rawValue: .string(service),
    ]
    for (name, value) in metadata.sorted(by: { $0.key < $1.key }) where object[name] == nil {
      object[name] = JSONValue(value)
    }
    output.write(JSONValue.object(object).bytes)
  }
}

extension JSONValue {
  fileprivate init(_ value: Logger.Metadata.Value) {
    switch value {
    case .string(let text): self = Int64(text).map(JSONValue.integer) ?? .string(text)
    case .stringConvertible(let value as Int): self = .integer(Int64(value))
    case .stringConvertible(let value): self = .string(value.description)
    case .array(let values): self = .array(values.map(JSONValue.init))
    case .dictionary(let values):
      self = .object(
        JSONObject(
          values.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONValue($0.value)) })
      )
    }
  }
}

extension LogLevel {
  fileprivate init(_ level: Logger.Level) {
    self =
      switch level {
      case .trace: .trace
      case .debug: .debug
      case .info: .info
      case .notice: .notice
      case .warning: .warning
      case .error: .error
      case .critical: .critical
      }
  }
}
