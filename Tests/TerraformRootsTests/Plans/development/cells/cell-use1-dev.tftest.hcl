mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
<<<<<<< HEAD
=======

  mock_resource "aws_eks_cluster" {
    defaults = {
      identity = [{ oidc = [{ issuer = "https://oidc.example/id/mock" }] }]
    }
  }

  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::210987654321:oidc-provider/oidc.example/id/mock" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::210987654321:role/mock" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:210987654321:key/mock" }
  }

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:210987654321:mock" }
  }

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:210987654321:mock" }
  }

  # RDS tells a secondary its reader's endpoint only.
  mock_resource "aws_rds_cluster" {
    defaults = { endpoint = "", reader_endpoint = "mock.cluster-ro-mock.example" }
  }

  # Values of their own, known at plan time.
  mock_resource "aws_internet_gateway" { defaults = {} }
  mock_resource "aws_nat_gateway" { defaults = {} }
  mock_resource "aws_route_table" { defaults = {} }
  mock_resource "aws_security_group" { defaults = {} }
  mock_resource "aws_subnet" { defaults = {} }

  mock_data "aws_ssm_parameter" {
    defaults = { insecure_value = "arn:aws:kms:us-east-1:210987654321:key/of-secrets" }
  }
}

override_resource {
  target          = aws_sqs_queue.alert_processing_dlq
  override_during = plan
  values          = { arn = "arn:aws:sqs:us-east-1:210987654321:mock-dlq" }
}

override_resource {
  target          = aws_kms_key.cluster
  override_during = plan
  values          = { arn = "arn:aws:kms:us-east-1:210987654321:key/of-cluster" }
}

override_resource {
  target          = aws_kms_key.alerts
  override_during = plan
  values          = { arn = "arn:aws:kms:us-east-1:210987654321:key/of-alerts" }
>>>>>>> main
}

variables {
  cell = {
    name   = "cell-use1-dev"
    region = "us-east-1"

    network = {
      range     = "10.16.0.0/16"
      zones     = ["use1-az1", "use1-az2"]
      nat_zones = ["use1-az1"]
      public    = ["10.16.1.0/24", "10.16.2.0/24"]
      private   = ["10.16.32.0/19", "10.16.64.0/19"]
      database  = ["10.16.21.0/24", "10.16.22.0/24"]
    }

    nodes = { type = "t3.medium", smallest = 2, largest = 3 }

    pods      = ["api", "worker"]
    functions = ["poller"]

    database = {
      instances   = ["db.t4g.medium"]
      role        = "alone"
      backup_days = 1
      maintenance = "mon:08:00-mon:09:00"
    }
  }

  ephemeral_aws_secretsmanager_secret_version_alerts_master_user = {
    secret_string = "{\"password\": \"mock\", \"username\": \"mock\"}"
  }
}

run "plan" {
  command = plan
<<<<<<< HEAD
=======

  assert {
    condition     = aws_vpc.main.cidr_block == "10.16.0.0/16"
    error_message = "another address range"
  }

  assert {
    condition = [
      aws_subnet.private_use1_az1.availability_zone_id,
      aws_subnet.private_use1_az2.availability_zone_id,
    ] == ["use1-az1", "use1-az2"]
    error_message = "other zones"
  }

  assert {
    condition = [
      aws_subnet.public_use1_az1.cidr_block,
      aws_subnet.public_use1_az2.cidr_block,
    ] == ["10.16.1.0/24", "10.16.2.0/24"]
    error_message = "other public addresses"
  }

  assert {
    condition = [
      aws_subnet.private_use1_az1.cidr_block,
      aws_subnet.private_use1_az2.cidr_block,
    ] == ["10.16.32.0/19", "10.16.64.0/19"]
    error_message = "other private addresses"
  }

  assert {
    condition = [
      aws_subnet.database_use1_az1.cidr_block,
      aws_subnet.database_use1_az2.cidr_block,
    ] == ["10.16.21.0/24", "10.16.22.0/24"]
    error_message = "other database addresses"
  }
}

run "cluster" {
  command = plan

  assert {
    condition     = aws_eks_cluster.main.name == "bizcomms-cell-use1-dev-eks"
    error_message = "another name than the rollout uses"
  }

  assert {
    condition     = aws_eks_cluster.main.version == "1.35" && aws_eks_node_group.general.version == "1.35"
    error_message = "another Kubernetes version"
  }

  assert {
    condition     = aws_eks_cluster.main.access_config[0].authentication_mode == "API"
    error_message = "the cluster still reads its aws-auth map"
  }

  assert {
    condition     = aws_eks_cluster.main.encryption_config[0].resources == toset(["secrets"])
    error_message = "Kubernetes secrets are not encrypted"
  }

  assert {
    condition     = aws_eks_node_group.general.instance_types == tolist(["t3.medium"])
    error_message = "other instances"
  }

  assert {
    condition     = aws_eks_node_group.general.scaling_config[0].min_size == 2
    error_message = "another smallest size"
  }

  assert {
    condition     = aws_eks_node_group.general.scaling_config[0].max_size == 3
    error_message = "another largest size"
  }
}

run "messaging" {
  command = plan

  assert {
    condition     = aws_sqs_queue.alert_processing.name == "bizcomms-cell-use1-dev-alert-processing"
    error_message = "the worker reads another queue"
  }

  assert {
    condition = (
      aws_sqs_queue.alert_processing.message_retention_seconds
      < aws_sqs_queue.alert_processing_dlq.message_retention_seconds
    )
    error_message = "a message keeps its clock, and would expire in the dead letter queue"
  }
}

run "identity" {
  command = plan

  assert {
    condition     = aws_iam_role.api.name == "bizcomms-cell-use1-dev-api"
    error_message = "the service account names another role"
  }

  assert {
    condition = !contains(flatten([
      for statement in concat(
        local.api_policy.Statement, local.poller_policy.Statement, local.worker_policy.Statement
      ) : statement.Resource
    ]), "*")
    error_message = "a service may use what it does not declare"
  }
}

run "routes" {
  command = plan

  assert {
    condition     = aws_route.private_internet_use1_az1.nat_gateway_id == aws_nat_gateway.use1_az1.id
    error_message = "use1-az1 leaves by another way"
  }

  assert {
    condition     = aws_route.private_internet_use1_az2.nat_gateway_id == aws_nat_gateway.use1_az1.id
    error_message = "use1-az2 leaves by another way"
  }

  assert {
    condition     = aws_route.public_internet.gateway_id == aws_internet_gateway.main.id
    error_message = "the public subnets have no way out"
  }

  assert {
    condition = !contains([
      aws_route.public_internet.route_table_id,
      aws_route.private_internet_use1_az1.route_table_id,
      aws_route.private_internet_use1_az2.route_table_id,
    ], aws_route_table.database.id)
    error_message = "the database subnets have a way out"
  }

  assert {
    condition = alltrue([
      aws_route_table_association.database_use1_az1.route_table_id == aws_route_table.database.id,
      aws_route_table_association.database_use1_az2.route_table_id == aws_route_table.database.id,
    ])
    error_message = "a database subnet has the routes of another tier"
  }

  assert {
    condition     = aws_vpc_endpoint.s3.service_name == "com.amazonaws.us-east-1.s3"
    error_message = "S3 is reached through the NAT gateway"
  }

  assert {
    condition     = aws_vpc_endpoint.dynamodb.service_name == "com.amazonaws.us-east-1.dynamodb"
    error_message = "DynamoDB is reached through the NAT gateway"
  }
}

run "cluster_safety" {
  command = plan

  assert {
    condition     = jsondecode(aws_eks_addon.vpc_cni.configuration_values) == { enableNetworkPolicy = "true" }
    error_message = "nobody enforces network policies"
  }

  assert {
    condition     = aws_eks_cluster.main.encryption_config[0].provider[0].key_arn == aws_kms_key.cluster.arn
    error_message = "Kubernetes secrets are encrypted with another key"
  }

  assert {
    condition     = aws_kms_key.cluster.enable_key_rotation
    error_message = "the key stays the same for ever"
  }

  assert {
    condition = aws_eks_cluster.main.enabled_cluster_log_types == toset([
      "api", "audit", "authenticator", "controllerManager", "scheduler",
    ])
    error_message = "the control plane leaves something unlogged"
  }

  assert {
    condition = (
      aws_cloudwatch_log_group.control_plane.name == "/aws/eks/bizcomms-cell-use1-dev-eks/cluster"
      && aws_cloudwatch_log_group.control_plane.retention_in_days == 30
    )
    error_message = "EKS makes a log group of its own, and keeps it for ever"
  }

  assert {
    condition     = aws_eks_node_group.general.ami_type == "AL2023_x86_64_STANDARD"
    error_message = "the image is of another architecture"
  }

  assert {
    condition = toset(aws_eks_cluster.main.vpc_config[0].subnet_ids) == toset([
      aws_subnet.private_use1_az1.id,
      aws_subnet.private_use1_az2.id,
    ])
    error_message = "the cluster is not in the private subnets"
  }
}

run "delivery" {
  command = plan

  assert {
    condition     = aws_sqs_queue.alert_processing.visibility_timeout_seconds == 30
    error_message = "a message is handed out again too soon or too late"
  }

  assert {
    condition     = aws_sqs_queue.alert_processing.message_retention_seconds == 345600
    error_message = "a message waits other than four days"
  }

  assert {
    condition     = aws_sqs_queue.alert_processing_dlq.message_retention_seconds == 1209600
    error_message = "a failed message waits other than 14 days"
  }

  assert {
    condition = jsondecode(aws_sqs_queue.alert_processing.redrive_policy) == {
      deadLetterTargetArn = aws_sqs_queue.alert_processing_dlq.arn
      maxReceiveCount     = 3
    }
    error_message = "a message fails into another queue, or after another number of times"
  }

  assert {
    condition = jsondecode(aws_sqs_queue_redrive_allow_policy.alert_processing_dlq.redrive_allow_policy) == {
      redrivePermission = "byQueue"
      sourceQueueArns   = ["arn:aws:sqs:us-east-1:210987654321:bizcomms-cell-use1-dev-alert-processing"]
    }
    error_message = "another queue may fail into this one"
  }

  assert {
    condition = jsondecode(aws_sqs_queue_policy.alert_processing.policy).Statement[0] == {
        Action    = ["sqs:SendMessage"]
        Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.alert_events.arn } }
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Resource  = [aws_sqs_queue.alert_processing.arn]
      }
    error_message = "somebody but the topic may send"
  }

  assert {
    condition = (
      aws_sns_topic_subscription.alert_processing.topic_arn == aws_sns_topic.alert_events.arn
      && aws_sns_topic_subscription.alert_processing.endpoint == aws_sqs_queue.alert_processing.arn
      && aws_sns_topic_subscription.alert_processing.protocol == "sqs"
      && aws_sns_topic_subscription.alert_processing.raw_message_delivery
    )
    error_message = "the queue does not get what is published"
  }
}

run "permissions" {
  command = plan

  assert {
    condition = aws_iam_role.api.assume_role_policy == jsonencode({
      Statement = [{
        Action = ["sts:AssumeRoleWithWebIdentity"]
        Condition = { StringEquals = {
          "oidc.example/id/mock:aud" = "sts.amazonaws.com"
          "oidc.example/id/mock:sub" = "system:serviceaccount:bizcomms:bizcomms-api"
        } }
        Effect    = "Allow"
        Principal = { Federated = aws_iam_openid_connect_provider.cluster.arn }
      }]
      Version = "2012-10-17"
    })
    error_message = "somebody but the api may take its role"
  }

  assert {
    condition = toset(flatten(jsondecode(aws_iam_role_policy.api.policy).Statement[*].Resource)) == toset([
      "arn:aws:dynamodb:us-east-1:210987654321:table/bizcomms-development-deliveries",
      "arn:aws:kms:us-east-1:210987654321:key/of-secrets",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/api-keys-??????",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/database-alerts-application-??????",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/twilio-??????",
      "arn:aws:sns:us-east-1:210987654321:bizcomms-cell-use1-dev-alert-events",
      "arn:aws:sns:us-east-1:210987654321:bizcomms-cell-use1-dev-delivery-status",
      "arn:aws:ssm:us-east-1:210987654321:parameter/bizcomms/development/cells/cell-use1-dev/database/alerts",
    ])
    error_message = "the api may use more or less than it declares"
  }

  assert {
    condition     = aws_iam_role_policy.api.role == aws_iam_role.api.name
    error_message = "the policy of the api is another role's"
  }

  assert {
    condition = jsondecode(aws_iam_role.poller.assume_role_policy).Statement[0].Principal == {
      Service = "lambda.amazonaws.com"
    }
    error_message = "somebody but the poller may take its role"
  }

  assert {
    condition = toset(flatten(jsondecode(aws_iam_role_policy.poller.policy).Statement[*].Resource)) == toset([
      "arn:aws:dynamodb:us-east-1:210987654321:table/bizcomms-development-stories",
      "arn:aws:kms:us-east-1:210987654321:key/of-secrets",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/database-alerts-application-??????",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/poller-api-key-??????",
      "arn:aws:ssm:us-east-1:210987654321:parameter/bizcomms/development/cells/cell-use1-dev/database/alerts",
    ])
    error_message = "the poller may use more or less than it declares"
  }

  assert {
    condition     = aws_iam_role_policy.poller.role == aws_iam_role.poller.name
    error_message = "the policy of the poller is another role's"
  }

  assert {
    condition = aws_iam_role.worker.assume_role_policy == jsonencode({
      Statement = [{
        Action = ["sts:AssumeRoleWithWebIdentity"]
        Condition = { StringEquals = {
          "oidc.example/id/mock:aud" = "sts.amazonaws.com"
          "oidc.example/id/mock:sub" = "system:serviceaccount:bizcomms:bizcomms-worker"
        } }
        Effect    = "Allow"
        Principal = { Federated = aws_iam_openid_connect_provider.cluster.arn }
      }]
      Version = "2012-10-17"
    })
    error_message = "somebody but the worker may take its role"
  }

  assert {
    condition = toset(flatten(jsondecode(aws_iam_role_policy.worker.policy).Statement[*].Resource)) == toset([
      "arn:aws:dynamodb:us-east-1:210987654321:table/bizcomms-development-deliveries",
      "arn:aws:kms:us-east-1:210987654321:key/of-secrets",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/database-alerts-application-??????",
      "arn:aws:secretsmanager:us-east-1:210987654321:secret:bizcomms-development/twilio-??????",
      "arn:aws:sns:us-east-1:210987654321:bizcomms-cell-use1-dev-delivery-status",
      "arn:aws:sqs:us-east-1:210987654321:bizcomms-cell-use1-dev-alert-processing",
      "arn:aws:ssm:us-east-1:210987654321:parameter/bizcomms/development/cells/cell-use1-dev/database/alerts",
    ])
    error_message = "the worker may use more or less than it declares"
  }

  assert {
    condition     = aws_iam_role_policy.worker.role == aws_iam_role.worker.name
    error_message = "the policy of the worker is another role's"
  }
}

run "database" {
  command = plan

  assert {
    condition = (
      aws_rds_cluster.alerts.cluster_identifier == "bizcomms-cell-use1-dev-alerts"
      && aws_rds_cluster.alerts.engine == "aurora-postgresql"
      && aws_rds_cluster.alerts.engine_version == "16.8"
    )
    error_message = "another database"
  }

  assert {
    condition     = aws_rds_cluster.alerts.storage_encrypted && aws_rds_cluster.alerts.kms_key_id == aws_kms_key.alerts.arn
    error_message = "the data is not encrypted with the cell's own key"
  }

  assert {
    condition = [
      aws_rds_cluster_instance.alerts_1.instance_class,
    ] == ["db.t4g.medium"]
    error_message = "other instances"
  }

  assert {
    condition = toset(aws_db_subnet_group.alerts.subnet_ids) == toset([
      aws_subnet.database_use1_az1.id,
      aws_subnet.database_use1_az2.id,
    ])
    error_message = "the database is not in the database subnets"
  }

  assert {
    condition     = aws_rds_cluster.alerts.vpc_security_group_ids == toset([aws_security_group.alerts.id])
    error_message = "another security group lets clients in"
  }

  assert {
    condition = (
      aws_vpc_security_group_ingress_rule.alerts_nodes.from_port == 5432
      && aws_vpc_security_group_ingress_rule.alerts_nodes.to_port == 5432
      && aws_vpc_security_group_ingress_rule.alerts_nodes.security_group_id == aws_security_group.alerts.id
      && aws_vpc_security_group_ingress_rule.alerts_nodes.cidr_ipv4 == null
    )
    error_message = "somebody but the cell's nodes gets in, or to another port"
  }

  assert {
    condition     = one([for p in aws_rds_cluster_parameter_group.alerts.parameter : p.value if p.name == "rds.force_ssl"]) == "1"
    error_message = "connections without TLS are let in"
  }

  assert {
    condition     = aws_rds_cluster.alerts.master_username == "bizcomms_admin"
    error_message = "the database has no user"
  }

  assert {
    condition     = aws_rds_cluster.alerts.deletion_protection == false
    error_message = "the environment can't be thrown away"
  }

  assert {
    condition     = aws_rds_cluster.alerts.backup_retention_period == 1
    error_message = "backups are kept for another time"
  }

  assert {
    condition = (
      aws_ssm_parameter.alerts_writer.name == "/bizcomms/development/cells/cell-use1-dev/database/alerts/writer"
      && aws_ssm_parameter.alerts_reader.name == "/bizcomms/development/cells/cell-use1-dev/database/alerts/reader"
    )
    error_message = "the services look for the endpoints elsewhere"
  }

  assert {
    condition = (
      nonsensitive(aws_ssm_parameter.alerts_writer.value) == "mock.cluster-mock.example"
      && nonsensitive(aws_ssm_parameter.alerts_reader.value) == "mock.cluster-ro-mock.example"
    )
    error_message = "writers are sent to the reader, or the other way round"
  }
>>>>>>> main
}
