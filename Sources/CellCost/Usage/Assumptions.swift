extension Assumption {
  /// Every assumption, in the order in which people read them.
  public static let all: [Assumption] = [
    hours, machinesAboveMinimum, karpenterMachines, spotShare, spotSaving, fargatePods,
    databaseGigabytes, databaseRequests, databaseReplicatedWrites, databaseBackupGigabytes,
    tableReads, tableWrites, tableGigabytes, loadBalancerUnits, webRequests, natGigabytes,
    endpointGigabytes, internetGigabytes, crossRegionGigabytes, crossZoneGigabytes, dnsQueries,
    queueRequests, topicRequests, alarmEmails, secretRequests, keyRequests, logGigabytes,
    storedLogGigabytes, flowLogGigabytes, serviceMetrics, insightsObservations, archiveGigabytes,
    bucketGigabytes, bucketWrites, auditDataEvents, imageGigabytes, functionRuns, functionSeconds,
    textMessages,
  ]

  static let hours = Assumption(
    "hours", "730", "hours in a month", because: "8,760 hours in a year, over 12", atMost: 744)

  // What runs
  static let machinesAboveMinimum = Assumption(
    "machines-above-minimum", "0", "machines in each node group beyond its minimum",
    because: "Karpenter adds machines before a node group grows")
  static let karpenterMachines = Assumption(
    "karpenter-machines", "1.5", "machines of Karpenter in each cell, like the first node group's",
    because: "the overview has three for its two regions")
  static let spotShare = Assumption(
    "spot-share", "70", "percent of Karpenter's machines that are spot",
    because: "the overview", atMost: 100)
  static let spotSaving = Assumption(
    "spot-saving", "60", "percent that a spot machine costs less",
    because: "the lower of the overview's \"60-70%\"", atMost: 100)
  static let fargatePods = Assumption(
    "fargate-pods", "2", "pods of 0.25 vCPU and 0.5 GB under each Fargate profile",
    because: "two replicas of the smallest size")
  static let functionRuns = Assumption(
    "function-runs", "0.01", "1M runs of each function that no schedule starts",
    because: "a guess")
  static let functionSeconds = Assumption(
    "function-seconds", "2", "seconds that a run of a function takes",
    because: "a guess: 30 stories over HTTPS")

  // Data
  static let databaseGigabytes = Assumption(
    "database-gigabytes", "10", "GB in each Aurora cluster", because: "a guess")
  static let databaseRequests = Assumption(
    "database-requests", "50", "1M I/O requests to each Aurora cluster",
    because: "a guess: 19 a second")
  static let databaseReplicatedWrites = Assumption(
    "database-replicated-writes", "10", "1M writes copied to each secondary Aurora cluster",
    because: "a guess: a fifth of the requests")
  static let databaseBackupGigabytes = Assumption(
    "database-backup-gigabytes", "10", "GB of backups of each Aurora cluster beyond its own size",
    because: "a guess: a week of changes")
  static let tableReads = Assumption(
    "table-reads", "1", "1M reads of the environment's tables", because: "the overview")
  static let tableWrites = Assumption(
    "table-writes", "1", "1M writes to the environment's tables", because: "the overview")
  static let tableGigabytes = Assumption(
    "table-gigabytes", "10", "GB in the environment's tables", because: "the overview")
  static let bucketGigabytes = Assumption(
    "bucket-gigabytes", "5", "GB in each bucket, priced as standard storage", because: "a guess")
  static let bucketWrites = Assumption(
    "bucket-writes", "0.1", "1M writes to each bucket",
    because: "a guess: one object every 26 seconds")
  static let imageGigabytes = Assumption(
    "image-gigabytes", "2", "GB in each image repository", because: "a guess: ten images")

  // Messages
  static let queueRequests = Assumption(
    "queue-requests", "3", "1M requests to the queues of each cell",
    because: "a guess: five long polls a minute for each of 12 receivers, and messages")
  static let topicRequests = Assumption(
    "topic-requests", "0.1", "1M messages published in each cell", because: "a guess")
  static let alarmEmails = Assumption(
    "alarm-emails", "0.1", "1,000 e-mails of alarms in each cell", because: "a guess: three a day")
  static let textMessages = Assumption(
    "text-messages", "10", "1,000 text messages of the environment", because: "a guess")
}
