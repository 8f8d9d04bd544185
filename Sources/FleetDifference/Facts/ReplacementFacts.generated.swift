// Written by scripts/replacements; do not edit.

extension ReplacementFacts {
  /// The version of the AWS provider that was asked.
  package static let providerVersion = "5.100.0"

  /// A type, then paths that force a new object and names that change in place.
  static let text = """
    aws_acm_certificate
      new certificate_authority_arn domain_name subject_alternative_names validation_method
      same certificate_body certificate_chain early_renewal_duration private_key tags
    aws_acm_certificate_validation
      new certificate_arn validation_record_fqdns
    aws_cloudtrail
      new name
      same advanced_event_selector cloud_watch_logs_group_arn cloud_watch_logs_role_arn
      same enable_log_file_validation include_global_service_events is_multi_region_trail
      same is_organization_trail kms_key_id s3_bucket_name s3_key_prefix sns_topic_name tags
    aws_cloudwatch_composite_alarm
      new alarm_name
      same alarm_actions alarm_description alarm_rule insufficient_data_actions ok_actions tags
    aws_cloudwatch_dashboard
      new dashboard_name
      same dashboard_body
    aws_cloudwatch_event_rule
      new event_bus_name name
      same description event_pattern force_destroy is_enabled role_arn schedule_expression
      same state tags
    aws_cloudwatch_event_target
      new event_bus_name rule target_id
      same arn force_destroy input input_path role_arn
    aws_cloudwatch_log_group
      new name
      same kms_key_id retention_in_days skip_destroy tags
    aws_cloudwatch_log_metric_filter
      new log_group_name name
      same metric_transformation pattern
    aws_cloudwatch_log_stream
      new log_group_name name
    aws_cloudwatch_log_subscription_filter
      new destination_arn log_group_name name
      same distribution filter_pattern role_arn
    aws_cloudwatch_metric_alarm
      new alarm_name
      same alarm_actions alarm_description comparison_operator datapoints_to_alarm dimensions
      same evaluation_periods extended_statistic insufficient_data_actions metric_name
      same metric_query namespace ok_actions period statistic tags threshold
      same threshold_metric_id treat_missing_data unit
    aws_cloudwatch_query_definition
      same log_group_names name query_string
    aws_db_subnet_group
      new name
      same description subnet_ids tags
    aws_default_security_group
      new vpc_id
      same egress ingress revoke_rules_on_delete tags
    aws_dynamodb_table
      new hash_key name range_key restore_date_time restore_to_latest_time
      same attribute billing_mode deletion_protection_enabled point_in_time_recovery
      same restore_source_name restore_source_table_arn server_side_encryption stream_enabled
      same stream_view_type table_class tags ttl
    aws_dynamodb_table_replica
      new global_table_arn kms_key_arn table_class_override
      same deletion_protection_enabled point_in_time_recovery tags
    aws_ec2_tag
      new key resource_id
      same value
    aws_ecr_lifecycle_policy
      new policy repository
    aws_ecr_repository
      new encryption_configuration.encryption_type name
      same encryption_configuration force_delete image_scanning_configuration
      same image_tag_mutability tags
    aws_ecr_repository_policy
      new repository
      same policy
    aws_eip
      new address domain
      same associate_with_private_ip customer_owned_ipv4_pool tags
    aws_eks_access_entry
      new cluster_name principal_arn type
      same tags
    aws_eks_access_policy_association
      new access_scope.namespaces access_scope.type cluster_name policy_arn principal_arn
      same access_scope
    aws_eks_addon
      new addon_name cluster_name
      same addon_version configuration_values preserve resolve_conflicts
      same resolve_conflicts_on_create resolve_conflicts_on_update service_account_role_arn
      same tags
    aws_eks_cluster
      new access_config.bootstrap_cluster_creator_admin_permissions
      new bootstrap_self_managed_addons name role_arn
      same access_config enabled_cluster_log_types encryption_config force_update_version tags
      same upgrade_policy version vpc_config zonal_shift_config
    aws_eks_node_group
      new ami_type capacity_type cluster_name instance_types launch_template.id
      new node_group_name_prefix node_role_arn subnet_ids
      same force_update_version labels launch_template node_repair_config scaling_config tags
      same update_config version
    aws_flow_log
      new deliver_cross_account_role eni_id iam_role_arn log_destination log_destination_type
      new max_aggregation_interval subnet_id traffic_type transit_gateway_attachment_id
      new transit_gateway_id vpc_id
      same tags
    aws_iam_instance_profile
      new name path
      same role tags
    aws_iam_openid_connect_provider
      new url
      same client_id_list tags
    aws_iam_policy
      new description name path
      same policy tags
    aws_iam_role
      new name path
      same assume_role_policy description force_detach_policies max_session_duration
      same permissions_boundary tags
    aws_iam_role_policy
      new name role
      same policy
    aws_iam_role_policy_attachment
      new policy_arn role
    aws_iam_service_linked_role
      new aws_service_name custom_suffix
      same description tags
    aws_internet_gateway
      same tags vpc_id
    aws_kinesis_firehose_delivery_stream
      new destination name
      same extended_s3_configuration server_side_encryption tags
    aws_kms_alias
      new name
      same target_key_id
    aws_kms_key
      new custom_key_store_id customer_master_key_spec key_usage xks_key_id
      same bypass_policy_lockout_safety_check deletion_window_in_days description
      same enable_key_rotation policy tags
    aws_lambda_function
      new function_name package_type
      same architectures code_signing_config_arn description environment filename handler
      same image_uri kms_key_arn layers logging_config memory_size publish
      same replace_security_groups_on_destroy replacement_security_group_ids
      same reserved_concurrent_executions role runtime s3_bucket s3_key s3_object_version
      same skip_destroy tags timeout vpc_config
    aws_lambda_function_event_invoke_config
      new function_name qualifier
      same destination_config maximum_event_age_in_seconds maximum_retry_attempts
    aws_launch_template
      new name
      same block_device_mappings description disable_api_stop disable_api_termination
      same ebs_optimized image_id instance_initiated_shutdown_behavior instance_type kernel_id
      same key_name metadata_options monitoring ram_disk_id security_group_names
      same tag_specifications tags update_default_version user_data vpc_security_group_ids
    aws_lb
      new customer_owned_ipv4_pool internal load_balancer_type name
      same access_logs client_keep_alive connection_logs desync_mitigation_mode
      same dns_record_client_routing_policy drop_invalid_header_fields
      same enable_cross_zone_load_balancing enable_deletion_protection enable_http2
      same enable_tls_version_and_cipher_suite_headers enable_waf_fail_open
      same enable_xff_client_port enable_zonal_shift idle_timeout ip_address_type
      same preserve_host_header security_groups subnets tags xff_header_processing_mode
    aws_lb_listener
      new load_balancer_arn
      same alpn_policy certificate_arn default_action port protocol ssl_policy tags
    aws_lb_target_group
      new name port protocol protocol_version target_type vpc_id
      same deregistration_delay health_check lambda_multi_value_headers_enabled
      same proxy_protocol_v2 slow_start tags
    aws_nat_gateway
      new allocation_id connectivity_type subnet_id
      same secondary_allocation_ids tags
    aws_network_acl
      new vpc_id
      same egress ingress subnet_ids tags
    aws_rds_cluster
      new availability_zones cluster_identifier database_name db_subnet_group_name engine
      new engine_mode kms_key_id master_username source_region storage_encrypted
      same allow_major_version_upgrade apply_immediately backtrack_window
      same backup_retention_period copy_tags_to_snapshot db_cluster_instance_class
      same db_cluster_parameter_group_name db_instance_parameter_group_name
      same delete_automated_backups deletion_protection domain domain_iam_role_name
      same enable_global_write_forwarding enable_http_endpoint enable_local_write_forwarding
      same enabled_cloudwatch_logs_exports engine_version final_snapshot_identifier
      same global_cluster_identifier iam_database_authentication_enabled iops
      same manage_master_user_password master_password master_password_wo_version
      same performance_insights_enabled preferred_backup_window preferred_maintenance_window
      same replication_source_identifier skip_final_snapshot snapshot_identifier tags
      same vpc_security_group_ids
    aws_rds_cluster_instance
      new availability_zone cluster_identifier custom_iam_instance_profile
      new db_subnet_group_name engine identifier
      same apply_immediately auto_minor_version_upgrade ca_cert_identifier
      same copy_tags_to_snapshot force_destroy instance_class monitoring_interval
      same monitoring_role_arn performance_insights_enabled performance_insights_kms_key_id
      same performance_insights_retention_period preferred_maintenance_window promotion_tier
      same publicly_accessible tags
    aws_rds_cluster_parameter_group
      new description family name
      same parameter tags
    aws_rds_global_cluster
      new database_name engine global_cluster_identifier storage_encrypted
      same deletion_protection engine_version force_destroy tags
    aws_route
      new destination_cidr_block destination_ipv6_cidr_block destination_prefix_list_id
      new route_table_id
      same carrier_gateway_id core_network_arn egress_only_gateway_id gateway_id
      same local_gateway_id nat_gateway_id transit_gateway_id vpc_endpoint_id
      same vpc_peering_connection_id
    aws_route53_health_check
      new measure_latency reference_name request_interval routing_control_arn type
      same child_health_threshold child_healthchecks cloudwatch_alarm_name
      same cloudwatch_alarm_region disabled failure_threshold fqdn
      same insufficient_data_health_status invert_healthcheck ip_address port regions
      same resource_path search_string tags
    aws_route53_record
      new name zone_id
      same alias failover_routing_policy health_check_id multivalue_answer_routing_policy
      same records set_identifier ttl type
    aws_route53_zone
      new delegation_set_id name
      same comment force_destroy tags
    aws_route_table
      new vpc_id
      same tags
    aws_route_table_association
      new gateway_id subnet_id
      same route_table_id
    aws_s3_bucket
      new bucket
      same force_destroy tags
    aws_s3_bucket_lifecycle_configuration
      new bucket expected_bucket_owner
      same rule
    aws_s3_bucket_policy
      new bucket
      same policy
    aws_s3_bucket_public_access_block
      new bucket
      same block_public_acls block_public_policy ignore_public_acls restrict_public_buckets
    aws_s3_bucket_server_side_encryption_configuration
      new bucket expected_bucket_owner
      same rule
    aws_s3_bucket_versioning
      new bucket expected_bucket_owner
      same mfa versioning_configuration
    aws_scheduler_schedule
      new group_name name
      same description end_date flexible_time_window kms_key_arn schedule_expression
      same schedule_expression_timezone start_date state target
    aws_scheduler_schedule_group
      new name
      same tags
    aws_secretsmanager_secret
      new name
      same description force_overwrite_replica_secret kms_key_id recovery_window_in_days
      same replica tags
    aws_secretsmanager_secret_version
      new secret_binary secret_id secret_string secret_string_wo_version
    aws_security_group
      new description name name_prefix vpc_id
      same revoke_rules_on_delete tags
    aws_sns_topic
      new fifo_topic name
      same application_failure_feedback_role_arn application_success_feedback_role_arn
      same application_success_feedback_sample_rate archive_policy content_based_deduplication
      same delivery_policy display_name firehose_failure_feedback_role_arn
      same firehose_success_feedback_role_arn firehose_success_feedback_sample_rate
      same http_failure_feedback_role_arn http_success_feedback_role_arn
      same http_success_feedback_sample_rate kms_master_key_id lambda_failure_feedback_role_arn
      same lambda_success_feedback_role_arn lambda_success_feedback_sample_rate
      same sqs_failure_feedback_role_arn sqs_success_feedback_role_arn
      same sqs_success_feedback_sample_rate tags
    aws_sns_topic_policy
      new arn
      same policy
    aws_sns_topic_subscription
      new endpoint protocol topic_arn
      same confirmation_timeout_in_minutes delivery_policy endpoint_auto_confirms filter_policy
      same raw_message_delivery redrive_policy replay_policy subscription_role_arn
    aws_sqs_queue
      new fifo_queue name
      same content_based_deduplication delay_seconds kms_data_key_reuse_period_seconds
      same kms_master_key_id max_message_size message_retention_seconds
      same receive_wait_time_seconds redrive_policy sqs_managed_sse_enabled tags
      same visibility_timeout_seconds
    aws_sqs_queue_policy
      new queue_url
      same policy
    aws_sqs_queue_redrive_allow_policy
      new queue_url
      same redrive_allow_policy
    aws_ssm_parameter
      new name
      same allowed_pattern description overwrite tags type value value_wo_version
    aws_subnet
      new availability_zone_id cidr_block ipv6_native outpost_arn vpc_id
      same assign_ipv6_address_on_creation customer_owned_ipv4_pool enable_dns64
      same enable_lni_at_device_index enable_resource_name_dns_a_record_on_launch
      same enable_resource_name_dns_aaaa_record_on_launch ipv6_cidr_block
      same map_customer_owned_ip_on_launch map_public_ip_on_launch tags
    aws_vpc
      new cidr_block instance_tenancy ipv4_ipam_pool_id ipv4_netmask_length
      same assign_generated_ipv6_cidr_block enable_dns_hostnames enable_dns_support
      same ipv6_ipam_pool_id ipv6_netmask_length tags
    aws_vpc_endpoint
      new resource_configuration_arn service_name service_network_arn vpc_endpoint_type vpc_id
      same auto_accept policy route_table_ids tags
    aws_vpc_security_group_egress_rule
      new cidr_ipv4 referenced_security_group_id security_group_id
      same cidr_ipv6 description from_port ip_protocol prefix_list_id tags to_port
    aws_vpc_security_group_ingress_rule
      new cidr_ipv4 referenced_security_group_id security_group_id
      same cidr_ipv6 description from_port ip_protocol prefix_list_id tags to_port
    aws_wafv2_web_acl
      new name scope
      same custom_response_body data_protection_config default_action description rule
      same rule_json tags token_domains visibility_config
    aws_wafv2_web_acl_association
      new resource_arn web_acl_arn
    aws_wafv2_web_acl_logging_configuration
      new log_destination_configs resource_arn
      same logging_filter redacted_fields
    """
}
