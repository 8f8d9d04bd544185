/// What a resource holds that is gone when the resource is.
public enum HeldState: String, Sendable, Hashable, CaseIterable {
  case database = "a database"
  case replication = "the replication of a database between regions"
  case table = "a table"
  case tableReplica = "a copy of a table"
  case bucket = "a bucket with its objects"
  case secret = "a secret"
  case secretValue = "a secret's value"
  case key = "a key, without which nothing that it encrypted can be read"
  case queue = "a queue with its messages"
  case zone = "a hosted zone, whose name servers are told elsewhere"
  case images = "images of services"
  case logs = "logs"
  case cluster = "a cluster with all that runs in it"
  case address = "an address that others may have let in"
  case files = "files"
  case cache = "a cache"
  case parameter = "a value that other roots read"

  /// What a resource of this type holds; nil for what can be made again as it was.
  public static func held(by type: String) -> HeldState? { types[type] }

  private static let types: [String: HeldState] = [
    "aws_cloudwatch_log_group": .logs, "aws_db_instance": .database,
    "aws_docdb_cluster": .database, "aws_dynamodb_global_table": .table,
    "aws_dynamodb_table": .table, "aws_dynamodb_table_replica": .tableReplica,
    "aws_ebs_volume": .files, "aws_ecr_repository": .images, "aws_efs_file_system": .files,
    "aws_eip": .address, "aws_eks_cluster": .cluster, "aws_elasticache_cluster": .cache,
    "aws_elasticache_replication_group": .cache, "aws_kms_key": .key,
    "aws_kms_replica_key": .key, "aws_neptune_cluster": .database,
    "aws_opensearch_domain": .database, "aws_rds_cluster": .database,
    "aws_rds_global_cluster": .replication, "aws_redshift_cluster": .database,
    "aws_route53_zone": .zone, "aws_s3_bucket": .bucket, "aws_secretsmanager_secret": .secret,
    "aws_secretsmanager_secret_version": .secretValue, "aws_sqs_queue": .queue,
    "aws_ssm_parameter": .parameter,
  ]
}
