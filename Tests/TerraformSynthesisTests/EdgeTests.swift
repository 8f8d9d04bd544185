import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// A cell's load balancer: who reaches it, whom it reaches, and what it leaves behind.
@Suite struct EdgeTests {
  @Test func `the load balancer stands in the public subnets and logs what it sees`() throws {
    let cell = try sampleCell()
    #expect(
      cell["aws_lb", "main"] == [
        "access_logs": [
          "bucket": "${aws_s3_bucket.load_balancer_logs.id}", "enabled": true, "prefix": "access",
        ],
        "connection_logs": [
          "bucket": "${aws_s3_bucket.load_balancer_logs.id}", "enabled": true,
          "prefix": "connection",
        ],
        "depends_on": [
          "aws_internet_gateway.main", "aws_s3_bucket_policy.load_balancer_logs",
        ],
        "desync_mitigation_mode": "defensive", "drop_invalid_header_fields": true,
        "enable_deletion_protection": true, "enable_http2": true, "enable_zonal_shift": true,
        "idle_timeout": 60, "internal": false, "ip_address_type": "ipv4",
        "load_balancer_type": "application", "name": "bizcomms-cell-a",
        "security_groups": ["${aws_security_group.load_balancer.id}"],
        "subnets": [
          "${aws_subnet.public_use1_az1.id}", "${aws_subnet.public_use1_az2.id}",
          "${aws_subnet.public_use1_az4.id}",
        ],
      ])
  }

  @Test(arguments: [Region.usEast1, .usWest1])
  func `load balancer and cluster have subnets in two zones at least, as AWS wants it`(
    _ region: Region
  ) throws {
    let cell = try sampleCell(in: region) { VPC(availabilityZones: 2) }
    let zones = cell.blocks("aws_subnet").mapValues { $0["availability_zone_id"] }
    for subnets in [
      cell["aws_lb", "main"]["subnets"],
      cell["aws_eks_cluster", "main"]["vpc_config"]["subnet_ids"],
    ] {
      let names = subnets.texts.map { $0.dropFirst("${aws_subnet.".count).dropLast(".id}".count) }
      #expect(Set(names.compactMap { zones[String($0)] }).count == 2)
    }
  }

  @Test func `where nothing protects data, the load balancer can be destroyed`() throws {
    let cell = try sampleCell(dataProtection: .none)
    #expect(cell["aws_lb", "main"]["enable_deletion_protection"] == false)
  }

  @Test func `HTTPS speaks TLS 1.2 and 1.3 only, and HTTP sends callers there`() throws {
    let cell = try sampleCell()
    #expect(
      cell.blocks("aws_lb_listener") == [
        "https": [
          "certificate_arn": "${data.aws_ssm_parameter.certificate_arn.insecure_value}",
          "default_action": [
            ["target_group_arn": "${aws_lb_target_group.api.arn}", "type": "forward"]
          ],
          "load_balancer_arn": "${aws_lb.main.arn}", "port": 443, "protocol": "HTTPS",
          "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        ],
        "http": [
          "default_action": [
            [
              "redirect": ["port": "443", "protocol": "HTTPS", "status_code": "HTTP_301"],
              "type": "redirect",
            ]
          ],
          "load_balancer_arn": "${aws_lb.main.arn}", "port": 80, "protocol": "HTTP",
        ],
      ])
  }

  @Test func `pods are targets by address, as soon as they are ready`() throws {
    let cell = try sampleCell()
    #expect(
      cell.blocks("aws_lb_target_group") == [
        "api": [
          "deregistration_delay": "30",
          "health_check": [
            "enabled": true, "healthy_threshold": 2, "interval": 10, "matcher": "200",
            "path": "/readyz", "port": "traffic-port", "protocol": "HTTP", "timeout": 5,
            "unhealthy_threshold": 3,
          ],
          "name": "bizcomms-cell-a-api", "port": 8000, "protocol": "HTTP",
          "protocol_version": "HTTP1", "slow_start": 30, "target_type": "ip",
          "vpc_id": "${aws_vpc.main.id}",
        ]
      ])
  }

  @Test func `the world reaches the load balancer alone, and it reaches the API's pods alone`()
    throws
  {
    let cell = try sampleCell()
    let group: TerraformJSON = "${aws_security_group.load_balancer.id}"
    let pods: TerraformJSON = "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}"
    #expect(
      cell["aws_security_group", "load_balancer"] == [
        "description": "Load balancer of cell-a", "lifecycle": ["create_before_destroy": true],
        "name_prefix": "bizcomms-cell-a-alb-", "tags": ["Name": "bizcomms-cell-a-alb"],
        "vpc_id": "${aws_vpc.main.id}",
      ])
    let rules = cell.blocks("aws_vpc_security_group_ingress_rule")
    let world = rules.filter { $0.value["cidr_ipv4"] != .null }
    #expect(
      world == [
        "load_balancer_http": [
          "cidr_ipv4": "0.0.0.0/0", "description": "HTTP from anywhere, to be sent to HTTPS",
          "from_port": 80, "ip_protocol": "tcp", "security_group_id": group, "to_port": 80,
        ],
        "load_balancer_https": [
          "cidr_ipv4": "0.0.0.0/0", "description": "HTTPS from anywhere", "from_port": 443,
          "ip_protocol": "tcp", "security_group_id": group, "to_port": 443,
        ],
      ])
    #expect(
      rules["pods_load_balancer"] == [
        "description": "Requests and health checks from the load balancer", "from_port": 8000,
        "ip_protocol": "tcp", "referenced_security_group_id": group, "security_group_id": pods,
        "to_port": 8000,
      ])
    let out = cell.blocks("aws_vpc_security_group_egress_rule")
      .filter { $0.value["security_group_id"] == group }
    #expect(
      out == [
        "load_balancer_api": [
          "description": "Requests and health checks to the pods of the API", "from_port": 8000,
          "ip_protocol": "tcp", "referenced_security_group_id": pods, "security_group_id": group,
          "to_port": 8000,
        ]
      ])
  }

  /// With a key of ours, the load balancer could not be made: it tests whether it may write.
  @Test func `ALB log buckets take SSE-S3 and not KMS`() throws {
    let cell = try sampleCell()
    #expect(
      cell["aws_s3_bucket_server_side_encryption_configuration", "load_balancer_logs"]["rule"] == [
        ["apply_server_side_encryption_by_default": ["sse_algorithm": "AES256"]]
      ])
    #expect(
      cell["aws_s3_bucket", "load_balancer_logs"] == [
        "bucket": "bizcomms-cell-a-111122223333-alb-logs", "lifecycle": ["prevent_destroy": true],
      ])
  }

  @Test func `only load balancers of the account write logs, and only to their folders`() throws {
    let cell = try sampleCell()
    let bucket = "${aws_s3_bucket.load_balancer_logs.arn}"
    let policy = cell.document(cell["aws_s3_bucket_policy", "load_balancer_logs"]["policy"])
    #expect(policy["Statement"].elements.count == 2)
    #expect(
      policy["Statement"].elements.last == [
        "Action": ["s3:PutObject"], "Effect": "Allow",
        "Principal": ["Service": "logdelivery.elasticloadbalancing.amazonaws.com"],
        "Resource": [
          .string("\(bucket)/access/AWSLogs/111122223333/*"),
          .string("\(bucket)/connection/AWSLogs/111122223333/*"),
        ],
      ])
  }

  @Test func `logs move to Glacier when the cell says, and go a year later`() throws {
    let cell = try sampleCell { Observability(archiveAfter: .days(30)) }
    #expect(
      cell["aws_s3_bucket_lifecycle_configuration", "load_balancer_logs"]["rule"] == [
        [
          "abort_incomplete_multipart_upload": [["days_after_initiation": 7]],
          "expiration": [["days": 395]], "filter": [[:]], "id": "archive",
          "noncurrent_version_expiration": [["noncurrent_days": 30]], "status": "Enabled",
          "transition": [["days": 30, "storage_class": "GLACIER"]],
        ]
      ])
  }

  @Test func `the cell's own host name leads to its load balancer`() throws {
    let cell = try sampleCell()
    #expect(
      cell.blocks("aws_route53_record") == [
        "host": [
          "alias": [
            "evaluate_target_health": true, "name": "${aws_lb.main.dns_name}",
            "zone_id": "${aws_lb.main.zone_id}",
          ],
          "name": "cell-a.api.example.com", "type": "A",
          "zone_id": "${data.aws_ssm_parameter.hosted_zone_id.insecure_value}",
        ]
      ])
    #expect(
      cell.blocks("aws_ssm_parameter", kind: "data")["hosted_zone_id"]
        == ["name": "/bizcomms/sample/global/hosted-zone-id"])
  }

  /// No root has a variable that what Kubernetes made would have to be written into.
  @Test func `Terraform owns the load balancer, so no second apply is needed`() throws {
    for root in try WrittenFleet(twoCells()).all {
      for (name, file) in root.files { #expect(file["variable"] == .null, "\(root.path)/\(name)") }
    }
    let outputs = try sampleCell().files["edge.tf.json"]?["output"]
    #expect(outputs?["alb_dns_name"]["value"] == "${aws_lb.main.dns_name}")
    #expect(outputs?["target_group_arn"]["value"] == "${aws_lb_target_group.api.arn}")
  }
}
