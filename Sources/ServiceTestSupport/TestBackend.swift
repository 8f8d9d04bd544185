public import CellContract
public import EmbeddedBackend
public import SQL
public import ServiceRuntime
import Synchronization

/// An embedded backend with another database, which remembers what was published.
public final class TestBackend: Backend {
  /// What does the rest.
  public let embedded: EmbeddedBackend
  private let alerts: any SQLDatabase
  private let published = Mutex<[Topic: [String]]>([:])

  /// An embedded backend with the alerts of another database.
  public init(_ embedded: EmbeddedBackend, database: any SQLDatabase) {
    self.embedded = embedded
    alerts = database
  }

  /// What was published to a topic, in order.
  public func messages(on topic: Topic) -> [String] { published.withLock { $0[topic] ?? [] } }

  /// A name as cells have it.
  public var cell: String { "cell-use1-01" }
  /// Nothing is asked for.
  public func check(_ variables: [EnvironmentVariable]) throws(MissingConfiguration) {}
  /// The other database.
  public func database(_ database: CellContract.Database) throws -> any SQLDatabase { alerts }
  /// The other database.
  public func migration(of database: CellContract.Database) throws -> MigratedDatabase {
    MigratedDatabase(database: alerts, applicationRole: { nil })
  }
  /// Remembers, and passes on.
  public func publisher(to topic: Topic) throws -> any TopicPublisher {
    Publisher(topic: topic, backend: self, base: try embedded.publisher(to: topic))
  }
  /// As the embedded one.
  public func consumer(of queue: Queue) throws -> any QueueConsumer {
    try embedded.consumer(of: queue)
  }
  /// As the embedded one.
  public func sender(to queue: Queue) throws -> any QueueSender { try embedded.sender(to: queue) }
  /// As the embedded one.
  public func deadLetters(of queue: Queue) throws -> DeadLetterQueue {
    try embedded.deadLetters(of: queue)
  }
  /// As the embedded one.
  public func table(_ table: Table) throws -> any ItemTable { try embedded.table(table) }
  /// As the embedded one.
  public func secret(_ secret: Secret) throws -> any SecretReader { try embedded.secret(secret) }
  /// As the embedded one.
  public func url(of service: ServiceName) throws -> String { try embedded.url(of: service) }
  /// As the embedded one.
  public func publicURL(of service: ServiceName) throws -> String {
    try embedded.publicURL(of: service)
  }

  private struct Publisher: TopicPublisher {
    let topic: Topic
    let backend: TestBackend
    let base: any TopicPublisher

    func publish(_ message: TopicMessage) async throws {
      try await base.publish(message)
      backend.published.withLock { $0[topic, default: []].append(message.text) }
    }
  }
}
