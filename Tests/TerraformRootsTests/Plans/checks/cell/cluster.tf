# EKS, its machines, its add-ons and the roles that these take.
locals {
  machine = aws_launch_template.general

  cluster_administrators = [
    "${local.account_arn}:role/${local.shared}-deploy", "${local.account_arn}:role/operators",
  ]

  # The pods that take a role of their own, and the policy that it has.
  cluster_pods = {
    cloudwatch = "amazon-cloudwatch:cloudwatch-agent"
    ebs_csi    = "kube-system:ebs-csi-controller-sa"
    vpc_cni    = "kube-system:aws-node"
  }
  oidc = replace(aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://", "")
  # Who may take a role whose trust is in the cluster's tokens, by role.
  trusted_pods = {
    for name, role in local.planned.aws_iam_role : name => {
      for statement in jsondecode(role.assume_role_policy).Statement :
      statement.Condition.StringEquals["${local.oidc}:sub"] => {
        audience = statement.Condition.StringEquals["${local.oidc}:aud"]
        provider = statement.Principal.Federated
      } if join(" ", statement.Action) == "sts:AssumeRoleWithWebIdentity"
    } if strcontains(role.assume_role_policy, "sts:AssumeRoleWithWebIdentity")
  }
  pod_trust = {
    audience = "sts.amazonaws.com"
    provider = aws_iam_openid_connect_provider.cluster.arn
  }

  cluster_facts = {
    cluster = {
      planned = {
        administrator   = aws_eks_cluster.main.access_config[0].bootstrap_cluster_creator_admin_permissions
        access          = aws_eks_cluster.main.access_config[0].authentication_mode
        logs            = aws_eks_cluster.main.enabled_cluster_log_types
        name            = aws_eks_cluster.main.name
        own_addons      = aws_eks_cluster.main.bootstrap_self_managed_addons
        private_access  = aws_eks_cluster.main.vpc_config[0].endpoint_private_access
        role            = aws_eks_cluster.main.role_arn
        secrets         = aws_eks_cluster.main.encryption_config[0].resources
        secrets_key     = aws_eks_cluster.main.encryption_config[0].provider[0].key_arn
        subnets         = aws_eks_cluster.main.vpc_config[0].subnet_ids
        support         = aws_eks_cluster.main.upgrade_policy[0].support_type
        version         = aws_eks_cluster.main.version
        zone_evacuation = aws_eks_cluster.main.zonal_shift_config[0].enabled
      }
      wanted = {
        administrator   = false
        access          = "API"
        logs            = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
        name            = local.cluster
        own_addons      = false
        private_access  = true
        role            = aws_iam_role.cluster.arn
        secrets         = ["secrets"]
        secrets_key     = aws_kms_key.cluster.arn
        subnets         = local.subnet_ids.private
        support         = "STANDARD"
        version         = "1.35"
        zone_evacuation = true
      }
    }
    nodes = {
      planned = {
        for name, group in local.planned.aws_eks_node_group : name => {
          capacity    = group.capacity_type
          cluster     = group.cluster_name
          image       = group.ami_type
          largest     = group.scaling_config[0].max_size
          machine     = "${group.launch_template[0].id} ${group.launch_template[0].version}"
          repair      = group.node_repair_config[0].enabled
          role        = group.node_role_arn
          smallest    = group.scaling_config[0].min_size
          subnets     = group.subnet_ids
          types       = group.instance_types
          unavailable = group.update_config[0].max_unavailable
          version     = group.version
        }
      }
      wanted = {
        general = {
          capacity    = "ON_DEMAND"
          cluster     = local.cluster
          image       = "AL2023_x86_64_STANDARD"
          largest     = var.cell.nodes.largest
          machine     = "${local.machine.id} ${local.machine.latest_version}"
          repair      = true
          role        = aws_iam_role.node.arn
          smallest    = var.cell.nodes.smallest
          subnets     = local.subnet_ids.private
          types       = [var.cell.nodes.type]
          unavailable = 1
          version     = "1.35"
        }
      }
    }
    # IMDSv2 alone, and not for pods: one hop ends at the node.
    machines = {
      planned = {
        for name, template in local.planned.aws_launch_template : name => {
          hops   = template.metadata_options[0].http_put_response_hop_limit
          tokens = template.metadata_options[0].http_tokens
          name   = template.name
          tagged = sort(template.tag_specifications[*].resource_type)
          volumes = [
            for device in template.block_device_mappings : {
              deleted   = device.ebs[0].delete_on_termination
              encrypted = device.ebs[0].encrypted
              gibibytes = device.ebs[0].volume_size
              key       = device.ebs[0].kms_key_id
              type      = device.ebs[0].volume_type
            }
          ]
        }
      }
      wanted = {
        general = {
          hops   = 1
          tokens = "required"
          name   = "${local.prefix}-general"
          tagged = ["instance", "network-interface", "volume"]
          volumes = [{
            deleted   = "true"
            encrypted = "true"
            gibibytes = 50
            key       = aws_kms_key.nodes.arn
            type      = "gp3"
          }]
        }
      }
    }
    addons = {
      planned = {
        for name, addon in local.planned.aws_eks_addon : addon.addon_name => {
          cluster = addon.cluster_name
          role    = addon.service_account_role_arn
          version = addon.addon_version
        }
      }
      wanted = {
        for name, role in {
          amazon-cloudwatch-observability = aws_iam_role.cloudwatch.arn
          aws-ebs-csi-driver              = aws_iam_role.ebs_csi.arn
          coredns                         = null
          eks-node-monitoring-agent       = null
          kube-proxy                      = null
          metrics-server                  = null
          vpc-cni                         = aws_iam_role.vpc_cni.arn
          } : name => {
          cluster = local.cluster
          role    = role
          version = local.read.aws_eks_addon_version[replace(name, "-", "_")].version
        }
      }
    }
    # EKS's own choice for the cluster's version, rather than the newest.
    addon_versions = {
      planned = {
        for name, version in local.read.aws_eks_addon_version : version.addon_name => {
          kubernetes = version.kubernetes_version
          newest     = version.most_recent
        }
      }
      wanted = {
        for name, addon in local.planned.aws_eks_addon : addon.addon_name => { kubernetes = "1.35", newest = false }
      }
    }
    # Each service's lines go to its group, which has the retention that the cell asks for.
    collected_logs = {
      planned = {
        for group in flatten(regexall(
          "log_group_name (\\S+)", aws_eks_addon.amazon_cloudwatch_observability.configuration_values
          )) : split("\\n", group)[0] => contains([
          for name, it in local.planned.aws_cloudwatch_log_group : it.name
        ], split("\\n", group)[0])
      }
      wanted = merge(
        { "/aws/containerinsights/${local.cluster}/application" = true },
        { for service in var.cell.pods : "/aws/eks/${local.prefix}/${service}" => true },
        { for service in var.cell.pods : "/aws/eks/${local.prefix}/${service}/debug" => true },
      )
    }
    entries = {
      planned = {
        for name, entry in local.planned.aws_eks_access_entry : entry.principal_arn => entry.type
        if entry.cluster_name == local.cluster
      }
      wanted = merge(
        { for role in local.cluster_administrators : role => "STANDARD" },
        { (aws_iam_role.karpenter_node.arn) = "EC2_LINUX" },
      )
    }
    administrators = {
      planned = {
        for name, association in local.planned.aws_eks_access_policy_association :
        association.principal_arn => "${association.policy_arn} for ${association.access_scope[0].type}"
      }
      wanted = {
        for role in local.cluster_administrators :
        role => "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy for cluster"
      }
    }
    trust = {
      planned = {
        for name in ["cloudwatch", "cluster", "ebs_csi", "node", "vpc_cni"] : name => try(
          jsondecode(local.planned.aws_iam_role[name].assume_role_policy).Statement[0].Principal.Service,
          local.trusted_pods[name],
        )
      }
      wanted = merge(
        { cluster = "eks.amazonaws.com", node = "ec2.amazonaws.com" },
        {
          for name, account in local.cluster_pods :
          name => { "system:serviceaccount:${account}" = local.pod_trust }
        },
      )
    }
    attachments = {
      planned = {
        for name, attachment in local.planned.aws_iam_role_policy_attachment :
        "${attachment.role} ${attachment.policy_arn}" => true
        if !startswith(name, "database_") && !startswith(name, "karpenter_")
      }
      wanted = {
        for name, role in {
          "AmazonEBSCSIDriverPolicyV2"         = aws_iam_role.ebs_csi
          "AmazonEC2ContainerRegistryPullOnly" = aws_iam_role.node
          "AmazonEKSClusterPolicy"             = aws_iam_role.cluster
          "AmazonEKSWorkerNodePolicy"          = aws_iam_role.node
          "AmazonEKS_CNI_Policy"               = aws_iam_role.vpc_cni
          "CloudWatchAgentServerPolicy"        = aws_iam_role.cloudwatch
        } : "${role.name} arn:aws:iam::aws:policy/${name}" => true
      }
    }
  }
}

check "cluster" {
  assert {
    condition     = local.cluster_differences.cluster == ""
    error_message = "the cluster is another: ${local.cluster_differences.cluster}"
  }

  assert {
    condition     = local.cluster_differences.nodes == ""
    error_message = "the nodes are others: ${local.cluster_differences.nodes}"
  }

  assert {
    condition     = local.cluster_differences.machines == ""
    error_message = "machines start otherwise: ${local.cluster_differences.machines}"
  }

  assert {
    condition     = local.cluster_differences.addons == ""
    error_message = "an add-on is missing, or has another role: ${local.cluster_differences.addons}"
  }

  assert {
    condition     = local.cluster_differences.addon_versions == ""
    error_message = "an add-on's version is chosen otherwise: ${local.cluster_differences.addon_versions}"
  }

  assert {
    condition     = jsondecode(aws_eks_addon.vpc_cni.configuration_values).enableNetworkPolicy == "true"
    error_message = "nobody enforces network policies: vpc-cni has ${aws_eks_addon.vpc_cni.configuration_values}"
  }

  assert {
    condition     = local.cluster_differences.collected_logs == ""
    error_message = "lines go to a group that is not there: ${local.cluster_differences.collected_logs}"
  }

  assert {
    condition     = local.cluster_differences.entries == ""
    error_message = "others enter the cluster: ${local.cluster_differences.entries}"
  }

  assert {
    condition     = local.cluster_differences.administrators == ""
    error_message = "others administer the cluster: ${local.cluster_differences.administrators}"
  }

  assert {
    condition     = aws_iam_openid_connect_provider.cluster.url == aws_eks_cluster.main.identity[0].oidc[0].issuer
    error_message = "roles trust the tokens of ${aws_iam_openid_connect_provider.cluster.url}"
  }

  assert {
    condition     = local.cluster_differences.trust == ""
    error_message = "others may take a role of the cluster: ${local.cluster_differences.trust}"
  }

  assert {
    condition     = local.cluster_differences.attachments == ""
    error_message = "a role may more or less: ${local.cluster_differences.attachments}"
  }

  assert {
    condition     = local.output.cluster_name == local.cluster
    error_message = "kubectl would look for ${local.output.cluster_name}"
  }
}
