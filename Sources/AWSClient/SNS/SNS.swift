/// Simple Notification Service.
public enum SNS {}

/// An operation of SNS.
public protocol SNSOperation: AWSQueryOperation {}

extension SNSOperation {
  /// SNS.
  public static var service: AWSService { .sns }
}

extension SNS {
  /// A value that travels beside a message, and that subscriptions can filter by.
  public struct MessageAttribute: Sendable, Hashable {
    /// `String`, `String.Array` or `Number`.
    public var dataType: String
    /// The value, a number too.
    public var value: String

    /// States a value.
    public init(dataType: String = "String", _ value: String) {
      self.dataType = dataType
      self.value = value
    }
  }

  /// The fields of attributes, sorted by name, behind `prefix`.
  static func fields(
    of attributes: [String: MessageAttribute], prefix: String = ""
  ) -> [FormField] {
    attributes.sorted { $0.key < $1.key }.enumerated().flatMap { place, attribute in
      let entry = "\(prefix)MessageAttributes.entry.\(place + 1)"
      return [
        FormField("\(entry).Name", attribute.key),
        FormField("\(entry).Value.DataType", attribute.value.dataType),
        FormField("\(entry).Value.StringValue", attribute.value.value),
      ]
    }
  }
}
