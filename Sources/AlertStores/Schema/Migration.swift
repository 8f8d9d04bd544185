/// One step of the schema: applied once, in order, and never changed after it was released.
///
/// The text is both PostgreSQL's and SQLite's: SQLite takes any type's name. A step must leave the
/// release before it working, because both run while a release goes out: it adds, and what it replaces
/// goes with a later release. It must not read a large table in a transaction that keeps others from
/// writing it. Tests hold every step to both.
struct Migration: Sendable {
  /// What a step does.
  enum Change: Sendable {
    /// Statements in one transaction: all of them, or none.
    case script(String)
    /// An index of a table that has rows already, `table (columns)`, built while others read and write it.
    ///
    /// It is never unique: what the release before it writes might not be.
    case index(name: String, on: String)
  }

  let version: Int
  let name: String
  let change: Change

  init(version: Int, name: String, script: String) {
    self.version = version
    self.name = name
    change = .script(script)
  }

  init(version: Int, name: String, index: String, on columns: String) {
    self.version = version
    self.name = name
    change = .index(name: index, on: columns)
  }

  static let all = [first, leases, deliveries]
}

extension Migration {
  private static let first = Migration(
    version: 1, name: "alerts, recipients, outbox, idempotency",
    script: """
      CREATE TABLE recipients (
        recipient_id text PRIMARY KEY,
        name text NOT NULL,
        phone_number text NOT NULL,
        sms_enabled boolean NOT NULL,
        voice_enabled boolean NOT NULL,
        tags text NOT NULL,
        active boolean NOT NULL,
        opted_out_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version bigint NOT NULL
      );
      CREATE UNIQUE INDEX recipients_phone_number ON recipients (phone_number);

      CREATE INDEX recipients_updated_at ON recipients (updated_at);

      CREATE TABLE recipient_tags (
        tag text NOT NULL,
        recipient_id text NOT NULL REFERENCES recipients (recipient_id),
        PRIMARY KEY (tag, recipient_id)
      );
      CREATE INDEX recipient_tags_recipient_id ON recipient_tags (recipient_id);

      CREATE TABLE alerts (
        alert_id text PRIMARY KEY,
        title text NOT NULL,
        message text NOT NULL,
        priority text NOT NULL,
        delivery_method text NOT NULL,
        filter_tags text NOT NULL,
        filter_active_only boolean NOT NULL,
        status text NOT NULL,
        estimated_recipients bigint NOT NULL,
        total_recipients bigint,
        home_cell text NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version bigint NOT NULL
      );
      CREATE INDEX alerts_status ON alerts (status, alert_id);
      CREATE INDEX alerts_updated_at ON alerts (updated_at);

      CREATE TABLE outbox (
        event_id text PRIMARY KEY,
        message text NOT NULL,
        change text NOT NULL,
        priority text NOT NULL,
        home_cell text NOT NULL,
        created_at timestamptz NOT NULL,
        claimed_until timestamptz NOT NULL,
        published_at timestamptz
      );
      CREATE INDEX outbox_unpublished ON outbox (home_cell, event_id) WHERE published_at IS NULL;

      CREATE TABLE idempotency_keys (
        scope text NOT NULL,
        idempotency_key text NOT NULL,
        request_hash text NOT NULL,
        answer text,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (scope, idempotency_key)
      );
      CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
      """)

  private static let leases = Migration(
    version: 2, name: "leases",
    script: """
      CREATE TABLE leases (
        lease_name text PRIMARY KEY,
        holder text NOT NULL,
        expires_at timestamptz NOT NULL,
        fence bigint NOT NULL
      );
      """)

  private static let deliveries = Migration(
    version: 3, name: "plans and batches of deliveries",
    script: """
      CREATE TABLE delivery_plans (
        alert_id text PRIMARY KEY REFERENCES alerts (alert_id),
        began_at timestamptz NOT NULL,
        last_recipient text NOT NULL,
        recipients bigint NOT NULL,
        batches bigint NOT NULL,
        reconciled boolean NOT NULL,
        ended_at timestamptz
      );

      CREATE TABLE delivery_batches (
        alert_id text NOT NULL REFERENCES alerts (alert_id),
        batch_number bigint NOT NULL,
        home_cell text NOT NULL,
        priority text NOT NULL,
        recipients text NOT NULL,
        claimed_until timestamptz NOT NULL,
        attempts bigint NOT NULL,
        reconciled boolean NOT NULL,
        PRIMARY KEY (alert_id, batch_number)
      );
      CREATE INDEX delivery_batches_due
        ON delivery_batches (home_cell, priority, alert_id, batch_number);

      CREATE TABLE sender_paces (
        sender text PRIMARY KEY,
        next_at timestamptz NOT NULL
      );
      """)
}
