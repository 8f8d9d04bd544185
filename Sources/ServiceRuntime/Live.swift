public import CellContract
public import SQL

/// An access that a backend turns into something to work with.
public protocol LiveAccess<Handle>: Access {
  associatedtype Handle: Sendable
  /// What a service holds: a publisher, a reader of one secret.
  func handle(in backend: any Backend) throws -> Handle
}

/// A service's declaration, alive: `live.events` is a publisher because `events` was declared with
/// `.publish`, and what wasn't declared can't be reached.
@dynamicMemberLookup public struct Live<Resources: ServiceResources>: Sendable {
  private let resources = Resources()
  private let backend: any Backend
  private let declared: [any Access]

  /// The declaration on a backend.
  ///
  /// Throws ``MissingConfiguration`` with every variable of the declaration that the backend needs and
  /// doesn't have.
  public init(_: Resources.Type, on backend: any Backend) throws {
    declared = Resources.declared.map(\.access)
    try backend.check(Resources.declared.flatMap(\.access.environment))
    self.backend = backend
  }

  /// The handle of one use. Throws what the backend does when it has to reach something for that.
  public subscript<Allowed: LiveAccess>(
    dynamicMember path: KeyPath<Resources, Allowed>
  ) -> Allowed.Handle {
    get throws {
      let access = resources[keyPath: path]
      precondition(
        declared.contains { AnyHashable($0) == AnyHashable(access) },
        "\(access) is reached through a property that is not @Uses")
      return try access.handle(in: backend)
    }
  }
}

/// Where resources of the contract are to be had: in AWS, or in this process.
public protocol Backend: Sendable {
  /// Which cell the service works for.
  var cell: String { get }
  /// Throws ``MissingConfiguration`` unless all that is needed of `variables` is there.
  func check(_ variables: [EnvironmentVariable]) throws(MissingConfiguration)
  /// A database, with the role that services log in with.
  func database(_ database: Database) throws -> any SQLDatabase
  /// A database, with the role that owns its tables.
  func migration(of database: Database) throws -> MigratedDatabase
  /// A topic to publish to.
  func publisher(to topic: Topic) throws -> any TopicPublisher
  /// A queue to receive from.
  func consumer(of queue: Queue) throws -> any QueueConsumer
  /// A queue to send to.
  func sender(to queue: Queue) throws -> any QueueSender
  /// A queue's dead-letter queue.
  func deadLetters(of queue: Queue) throws -> DeadLetterQueue
  /// A table.
  func table(_ table: Table) throws -> any ItemTable
  /// A secret.
  func secret(_ secret: Secret) throws -> any SecretReader
  /// Where another service is.
  func url(of service: ServiceName) throws -> String
  /// Where another service of this cell is for callers outside.
  func publicURL(of service: ServiceName) throws -> String
}

/// Every variable that is missing or wrong, by its name in the contract.
public struct MissingConfiguration: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with one variable.
  public struct Problem: Sendable, Hashable {
    /// `BIZCOMMS_TOPIC_ALERT_EVENTS_ARN`.
    public let key: String
    /// What is wrong, and what to set it to.
    public let problem: String

    /// A problem of one variable.
    public init(key: String, problem: String) {
      self.key = key
      self.problem = problem
    }
  }

  /// In the order of the declaration.
  public let problems: [Problem]

  /// All problems at once.
  public init(_ problems: [Problem]) { self.problems = problems }

  /// A line for each.
  public var description: String {
    problems.map { "\($0.key) \($0.problem)" }.joined(separator: "\n")
  }
}
