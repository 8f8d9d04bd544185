extension Correction {
  /// Of databases, tables, queues and passwords.
  static let data: [Correction] = [
    Correction(
      "db.t4g.medium for the global database",
      built: "db.r6g.large; db.t4g.medium where one region is all there is",
      why: "a global database takes memory-optimized classes only",
      tests: "refuses a burstable class over two regions",
      "accepts a burstable class in one region, and where one cell alone shares",
      "a global database refuses burstable, general and old classes"),
    Correction(
      "a replica in us-west-1, and nothing of what it may set",
      built: "it sets no database, user or password, has an identifier and a key of its own",
      why: "Aurora refuses them on a secondary; one cluster a region, at most ten secondaries",
      tests: "a secondary takes over database and users, and forwards writes",
      "every cluster has an identifier of its own in all regions",
      "refuses more regions than a global database spans",
      "refuses a second cell in a region, which may move or have its own database",
      "storage is encrypted with the cell's own key and connections with TLS"),
    Correction(
      "DB passwords in Secrets Manager",
      built: "drawn for one apply and written by write-only arguments",
      why: "RDS can't manage the password of a global database, and no state may hold one",
      tests: "RDS manages no master password, for in a global database it can't",
      "the password is drawn without what RDS refuses and written without being kept",
      "no argument that Terraform keeps holds a password",
      "the secret and the clusters change their password together"),
    Correction(
      "the secondary is promoted by hand",
      built: "an apply leaves alone what a switchover changes",
      why: "roles are swapped then, and the provider would detach or replace a cluster",
      tests: "what a switchover changes is left as it is found, in whatever role",
      "roles declared anew change nothing that could replace or detach a cluster"),
    Correction(
      "strong consistency across regions",
      built: "an alarm on the lag in each region and across regions",
      why: "replication between regions is asynchronous",
      tests: "lag across regions is in milliseconds, and follows a switchover"),
    Correction(
      "messages are kept for 14 days",
      built: "4 days in the queue, 14 in its dead-letter queue",
      why: "a message keeps its first clock when it moves",
      tests: "the main queue keeps messages for a shorter time than its dead-letter queue",
      "a queue lets go of a message before its dead-letter queue does"),
    Correction(
      "deduplication by message ID", built: "a key of alert, recipient and channel",
      why: "a message that is published again has another ID",
      tests: "deliveries are kept by alert and recipient's channel, for 30 days"),
    Correction(
      "one message for an alert",
      built: "the worker may send to its own queue and extend the time it hides",
      why: "an alert to 10,000 recipients can't be done in 30 seconds",
      tests: "the worker settles and fans out on one queue, which is one statement"),
  ]
}
