extension CoverageChapter {
  static let network = CoverageChapter(
    title: "Network architecture",
    sections: [
      CoverageSection("Network Architecture") {
        CoverageRow(
          "10.0.1.0/24] PUB2",
          "in zone use1-az1; subnets name zones by ID, because names are mapped "
            + "anew in every account",
          .use1(
            "aws_subnet.public_use1_az1",
            ["cidr_block": "10.0.1.0/24", "availability_zone_id": "use1-az1"]),
          .usw1(
            "aws_subnet.public_usw1_az1",
            ["cidr_block": "10.1.1.0/24", "availability_zone_id": "usw1-az1"]))
        CoverageRow(
          "[Public-1b\n10.0.2.0/24]", nil,
          .use1(
            "aws_subnet.public_use1_az2",
            ["cidr_block": "10.0.2.0/24", "availability_zone_id": "use1-az2"]),
          .usw1(
            "aws_subnet.public_usw1_az3",
            ["cidr_block": "10.1.2.0/24", "availability_zone_id": "usw1-az3"]))
        CoverageRow(
          "[Public-1c\n10.0.3.0/24]",
          "use1-az4, since EKS refuses use1-az3; us-west-1 has no third zone",
          .use1(
            "aws_subnet.public_use1_az4",
            ["cidr_block": "10.0.3.0/24", "availability_zone_id": "use1-az4"]),
          .usw1("aws_subnet", ["[cidr_block=10.1.3.0/24]": .absent]))
        CoverageRow(
          "NAT1[NAT Gateway] NAT2[NAT Gateway]", "one for each zone",
          .zones(
            "aws_nat_gateway.<zone>",
            [
              "subnet_id": "${aws_subnet.public_<zone>.id}",
              "allocation_id": "${aws_eip.nat_<zone>.id}",
            ]),
          .zones("aws_eip.nat_<zone>", ["domain": "vpc"]),
          .use1("aws_nat_gateway", ["": .count(3)]),
          .usw1("aws_nat_gateway", ["": .count(2)]))
        CoverageRow(
          "ALB[Application LB]", nil,
          .use1(
            "aws_lb.main",
            [
              "subnets": [
                "${aws_subnet.public_use1_az1.id}", "${aws_subnet.public_use1_az2.id}",
                "${aws_subnet.public_use1_az4.id}",
              ]
            ]),
          .usw1(
            "aws_lb.main",
            [
              "subnets": [
                "${aws_subnet.public_usw1_az1.id}", "${aws_subnet.public_usw1_az3.id}",
              ]
            ]))
        CoverageRow(
          "[Private-1a\n10.0.11.0/24]",
          also: [
            "[Private-1b\n10.0.12.0/24]", "[Private-1c\n10.0.13.0/24]",
          ],
          "/19 each: every pod takes an address of its subnet, and a /24 has 251",
          .use1(
            "aws_subnet.private_use1_az1",
            ["cidr_block": "10.0.32.0/19", "availability_zone_id": "use1-az1"]),
          .use1(
            "aws_subnet.private_use1_az2",
            ["cidr_block": "10.0.64.0/19", "availability_zone_id": "use1-az2"]),
          .use1(
            "aws_subnet.private_use1_az4",
            ["cidr_block": "10.0.96.0/19", "availability_zone_id": "use1-az4"]),
          .usw1(
            "aws_subnet.private_usw1_az1",
            ["cidr_block": "10.1.32.0/19", "availability_zone_id": "usw1-az1"]),
          .usw1(
            "aws_subnet.private_usw1_az3",
            ["cidr_block": "10.1.64.0/19", "availability_zone_id": "usw1-az3"]))
        CoverageRow(
          "EKS_PODS[EKS Pods]", nil,
          .use1(
            "aws_eks_cluster.main",
            [
              "vpc_config.subnet_ids": [
                "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
                "${aws_subnet.private_use1_az4.id}",
              ]
            ]),
          .usw1(
            "aws_eks_cluster.main",
            [
              "vpc_config.subnet_ids": [
                "${aws_subnet.private_usw1_az1.id}", "${aws_subnet.private_usw1_az3.id}",
              ]
            ]))
        CoverageRow(
          "[Database-1a\n10.0.21.0/24]",
          also: [
            "[Database-1b\n10.0.22.0/24]", "[Database-1c\n10.0.23.0/24]",
          ], nil,
          .use1(
            "aws_subnet.database_use1_az1",
            ["cidr_block": "10.0.21.0/24", "availability_zone_id": "use1-az1"]),
          .use1(
            "aws_subnet.database_use1_az2",
            ["cidr_block": "10.0.22.0/24", "availability_zone_id": "use1-az2"]),
          .use1(
            "aws_subnet.database_use1_az4",
            ["cidr_block": "10.0.23.0/24", "availability_zone_id": "use1-az4"]),
          .usw1(
            "aws_subnet.database_usw1_az1",
            ["cidr_block": "10.1.21.0/24", "availability_zone_id": "usw1-az1"]),
          .usw1(
            "aws_subnet.database_usw1_az3",
            ["cidr_block": "10.1.22.0/24", "availability_zone_id": "usw1-az3"]))
        CoverageRow(
          "AURORA[(Aurora)]", nil,
          .use1(
            "aws_db_subnet_group.alerts",
            [
              "subnet_ids": [
                "${aws_subnet.database_use1_az1.id}", "${aws_subnet.database_use1_az2.id}",
                "${aws_subnet.database_use1_az4.id}",
              ]
            ]),
          .usw1(
            "aws_db_subnet_group.alerts",
            [
              "subnet_ids": [
                "${aws_subnet.database_usw1_az1.id}", "${aws_subnet.database_usw1_az3.id}",
              ]
            ]))
        CoverageRow(
          "IGW[Internet Gateway]", also: ["Internet[Internet] --> IGW IGW --> ALB"], nil,
          .cells("aws_internet_gateway.main", ["vpc_id": "${aws_vpc.main.id}"]),
          .cells(
            "aws_route.public_internet",
            [
              "destination_cidr_block": "0.0.0.0/0",
              "gateway_id": "${aws_internet_gateway.main.id}",
              "route_table_id": "${aws_route_table.public.id}",
            ]),
          .cells(
            "aws_vpc_security_group_ingress_rule.load_balancer_https",
            [
              "cidr_ipv4": "0.0.0.0/0", "from_port": 443, "to_port": 443,
              "security_group_id": "${aws_security_group.load_balancer.id}",
            ]))
        CoverageRow(
          "ALB --> EKS_PODS", nil,
          .cells(
            "aws_vpc_security_group_egress_rule.load_balancer_api",
            [
              "from_port": 8000, "to_port": 8000,
              "referenced_security_group_id":
                "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}",
            ]),
          .cells(
            "aws_vpc_security_group_ingress_rule.pods_load_balancer",
            [
              "from_port": 8000, "to_port": 8000,
              "referenced_security_group_id": "${aws_security_group.load_balancer.id}",
            ]))
        CoverageRow(
          "EKS_PODS --> NAT1 EKS_PODS --> NAT2 NAT1 --> IGW NAT2 --> IGW",
          "each zone through its own gateway",
          .zones(
            "aws_route.private_internet_<zone>",
            [
              "destination_cidr_block": "0.0.0.0/0",
              "nat_gateway_id": "${aws_nat_gateway.<zone>.id}",
              "route_table_id": "${aws_route_table.private_<zone>.id}",
            ]))
        CoverageRow(
          "EKS_PODS --> AURORA", nil,
          .cells(
            "aws_vpc_security_group_ingress_rule.alerts_nodes",
            [
              "from_port": 5432, "to_port": 5432, "ip_protocol": "tcp",
              "security_group_id": "${aws_security_group.alerts.id}",
              "referenced_security_group_id":
                "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}",
            ]))
      },
      CoverageSection("Subnet Design") {
        CoverageRow(
          "- Public Subnets: NAT Gateways, Application Load Balancer",
          "no machine gets a public address",
          .cells("aws_route_table.public", ["vpc_id": "${aws_vpc.main.id}"]),
          .zones(
            "aws_route_table_association.public_<zone>",
            [
              "route_table_id": "${aws_route_table.public.id}",
              "subnet_id": "${aws_subnet.public_<zone>.id}",
            ]),
          .zones(
            "aws_subnet.public_<zone>",
            ["map_public_ip_on_launch": false, "tags[\"kubernetes.io/role/elb\"]": "1"]))
        CoverageRow(
          "- Private Subnets: EKS nodes and pods (no direct internet access)",
          "controllers and Karpenter find them by their tags",
          .zones("aws_route_table.private_<zone>", ["vpc_id": "${aws_vpc.main.id}"]),
          .zones(
            "aws_route_table_association.private_<zone>",
            [
              "route_table_id": "${aws_route_table.private_<zone>.id}",
              "subnet_id": "${aws_subnet.private_<zone>.id}",
            ]),
          .zones(
            "aws_subnet.private_<zone>",
            [
              "map_public_ip_on_launch": false,
              "tags[\"kubernetes.io/role/internal-elb\"]": "1",
              "tags[\"karpenter.sh/discovery\"]": "bizcomms-<cell>-eks",
            ]),
          .cells(
            "aws_route",
            [
              "[gateway_id=${aws_internet_gateway.main.id}].route_table_id":
                "${aws_route_table.public.id}"
            ]))
        CoverageRow(
          "- Database Subnets: Aurora clusters (isolated from internet)",
          "their route table holds no route at all",
          .cells("aws_route_table.database", ["route": .absent, "vpc_id": "${aws_vpc.main.id}"]),
          .cells("aws_route", ["[route_table_id=${aws_route_table.database.id}]": .absent]),
          .zones(
            "aws_route_table_association.database_<zone>",
            [
              "route_table_id": "${aws_route_table.database.id}",
              "subnet_id": "${aws_subnet.database_<zone>.id}",
            ]),
          .zones("aws_subnet.database_<zone>", ["map_public_ip_on_launch": false]))
      },
    ])
}
