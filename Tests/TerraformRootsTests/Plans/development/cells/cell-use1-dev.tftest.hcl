mock_provider "aws" {}

run "network" {
  command = plan

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
    condition     = aws_eks_node_group.general.scaling_config[0].min_size == 1
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

  assert {
    condition     = local.alert_processing_redrive.maxReceiveCount == 3
    error_message = "a message is tried another number of times"
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
