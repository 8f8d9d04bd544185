extension Correction {
  /// Of regions, networks, routing and states.
  static let topology: [Correction] = [
    Correction(
      "3 AZs in every region",
      built: "as many as the region offers, two in us-west-1; subnets name zones by ID",
      why:
        "us-west-1 shows most accounts two zones, EKS refuses some, and a zone's name means another "
        + "place in every account",
      tests: "only us-west-1 has fewer than three", "refuses more zones than a region offers",
      "AWS offers a zone in us-east-1 that EKS refuses",
      "cuts 10.0.0.0/16 into public, private and database subnets, by zone ID",
      "names no zone by its name"),
    Correction(
      "every VPC is 10.0.0.0/16", built: "10.<index>.0.0/16 for each cell",
      why: "peering refuses networks that overlap",
      tests: "each cell has a /16 of its own by its index, where the overview has one for all",
      "accepts cells with networks of their own",
      "offers each of three cells on one index another free one"),
    Correction(
      "private subnets are /24", built: "/19",
      why: "the VPC CNI gives every pod an address of its subnet",
      tests: "private subnets are wide enough for pods"),
    Correction(
      "active-passive and latency-based routing",
      built: "`Routing(.failover)` or `Routing(.latency)`; only a cell's role names the primary",
      why: "one pair of records can't be both",
      tests: "under failover the primary is first and the standby second",
      "under latency a region is chosen first, and then one of its cells by weight",
      "accepts one primary among several cells, and refuses none or two"),
    Correction(
      "a health check of the shared name", built: "one of each cell's own name",
      why: "the shared name always answers for the cell that is healthy",
      tests: "each cell is asked for its health on its own name, and out after three failures"),
    Correction(
      "`/health` for every probe", built: "`/livez` and `/readyz` for pods, `/health` for Route 53",
      why: "a pod must not be restarted because its database is away",
      tests: "liveness asks for /livez, readiness for /readyz, and Route 53 alone for /health",
      "a service answers on port 8000, and its liveness is a path of its own"),
    Correction(
      "the replica in us-west-1 is read-only",
      built: "write forwarding, and versions of PostgreSQL that have it",
      why: "the API works in both regions",
      tests: "a secondary takes over database and users, and forwards writes",
      "both endpoints are published where the services look, of a secondary too",
      "writes are forwarded from 14.9, 15.4 and 16 on",
      "refuses a version that can't forward writes, where standby cells write"),
    Correction(
      "complete isolation, with shared data",
      built: "one owner for everything: `global` for what cells share",
      why: "two roots that own one thing undo each other's work",
      tests: "no two roots of an environment own the same thing",
      "a root reads nothing from another region"),
    Correction(
      "the load balancer's name goes into tfvars for a second apply",
      built: "Terraform owns the load balancer, its target group and its record",
      why: "pods join the group by a TargetGroupBinding",
      tests: "Terraform owns the load balancer, so no second apply is needed",
      "pods are targets by address, as soon as they are ready",
      "the load balancer controller moves targets of the cell's group and nothing else"),
    Correction(
      "a DynamoDB table locks the state",
      built: "a lock object beside the state, in an encrypted bucket of the cell's region",
      why: "Terraform calls locks in DynamoDB deprecated",
      tests: "a state is locked by an object beside it, not by a DynamoDB table",
      "every state lies in a bucket of its region that backend-setup makes",
      "a state bucket is private, encrypted, and keeps old states for a while"),
    Correction(
      "each region's state owns its DynamoDB table",
      built: "`global` owns tables and every replica, each a block of its own",
      why:
        "of two owners each deletes the other's replica, and a block inside the table can't protect one "
        + "against deletion",
      tests: "replicas of a table belong to the global root alone",
      "a table has a replica in every other region of a cell",
      "a replica can be deleted only where its table can"),
    Correction(
      "Terraform 1.6+", built: "1.11",
      why: "write-only arguments, which keep passwords out of states, came with it",
      tests: "every root asks for Terraform 1.11, which can write a password without keeping it"),
    Correction(
      "a failover changes where the name leads",
      built:
        "records and checks that are there beforehand; the standby flips one by a metric of its own "
        + "region",
      why: "Route 53 is changed in us-east-1 only",
      tests: "the standby takes the shared name by a metric in its own region",
      "when two cells change roles, each record changes its target in place"),
  ]
}
