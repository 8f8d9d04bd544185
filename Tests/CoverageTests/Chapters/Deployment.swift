extension CoverageChapter {
  static let deployment = CoverageChapter(
    title: "Deployment guide",
    sections: [
      CoverageSection("Deployment Guide"),
      CoverageSection("Prerequisites") {
        CoverageRow(
          "- AWS Account with Administrator access",
          "only that account: every root names it; workflows get along with less than that access",
          .cells(
            "provider.aws", ["[0].allowed_account_ids": ["123456789012"]]),
          .global("provider.aws", ["[0].allowed_account_ids": ["123456789012"]]),
          .routing("provider.aws", ["[0].allowed_account_ids": ["123456789012"]]),
          .backend("provider.aws", ["[0].allowed_account_ids": ["123456789012"]]))
        CoverageRow(
          "- AWS CLI configured", also: ["- Helm 3.13+", "- Docker 24.0+"],
          notInfrastructure: "a tool of whoever deploys")
        CoverageRow(
          "- Terraform 1.6+", "1.11: older versions have no write-only arguments",
          .cells("terraform", ["required_version": "~> 1.11"]),
          .global("terraform", ["required_version": "~> 1.11"]))
        CoverageRow(
          "- kubectl 1.28+", "near the cluster's version",
          .cells("aws_eks_cluster.main", ["version": "1.35"]))
      },
      CoverageSection("Deployment Steps"),
      CoverageSection("Step 1: Terraform Backend Setup") {
        CoverageRow(
          "cd terraform/backend-setup\nterraform init\nterraform apply", nil,
          .backend("terraform", ["backend.s3.key": "backend-setup/terraform.tfstate"]))
        CoverageRow(
          "# Output: S3 bucket and DynamoDB table for state",
          "a bucket in each region, and a lock object beside each state: locks in DynamoDB are deprecated",
          .buckets(
            "aws_s3_bucket.<region_name>",
            ["bucket": "bizcomms-production-123456789012-tfstate-<region>"]),
          .buckets(
            "aws_s3_bucket_versioning.<region_name>", ["versioning_configuration.status": "Enabled"]
          ),
          .cells(
            "terraform", ["backend.s3.use_lockfile": true, "backend.s3.dynamodb_table": .absent]),
          .global("terraform", ["backend.s3.use_lockfile": true]),
          .routing("terraform", ["backend.s3.use_lockfile": true]),
          .backend("terraform", ["backend.s3.use_lockfile": true]),
          .backend("aws_dynamodb_table", ["": .absent]))
      },
      CoverageSection("Step 2: Deploy Primary Region (us-east-1)") {
        CoverageRow(
          .lines("cd ../environments/us-east-1", through: "terraform apply"),
          "`terraform/global` first, then the cell",
          .global("terraform", ["backend.s3.key": "global/terraform.tfstate"]),
          .use1(
            "terraform",
            [
              "backend.s3.key": "cells/cell-use1-01/terraform.tfstate",
              "backend.s3.region": "us-east-1",
            ]))
        CoverageRow(
          "# Capture outputs\nterraform output -json > outputs.json",
          "nothing has to be captured: roots find each other's results as parameters in their region",
          .cells(
            "data.aws_ssm_parameter.certificate_arn",
            ["name": "/bizcomms/production/global/certificate-arn"]),
          .cells(
            "data.aws_ssm_parameter.hosted_zone_id",
            ["name": "/bizcomms/production/global/hosted-zone-id"]),
          .regions(
            "aws_ssm_parameter.certificate_arn_<region_name>",
            ["name": "/bizcomms/production/global/certificate-arn"]),
          .regions(
            "aws_ssm_parameter.hosted_zone_id_<region_name>",
            ["name": "/bizcomms/production/global/hosted-zone-id"]))
      },
      CoverageSection("Step 3: Deploy Secondary Region (us-west-1)") {
        CoverageRow(
          .lines("cd ../us-west-1", through: "terraform output -json > outputs.json"), nil,
          .usw1(
            "terraform",
            [
              "backend.s3.key": "cells/cell-usw1-01/terraform.tfstate",
              "backend.s3.region": "us-west-1",
            ]))
      },
      CoverageSection("Step 4: Build and Push Docker Images") {
        CoverageRow(
          "# Authenticate to ECR\naws ecr get-login-password --region us-east-1 | \\\ndocker login --username AWS --password-stdin ACCOUNT_ID.dkr.ecr.us-east-1.amazonaws.com",
          nil,
          .use1Values(
            "services.api",
            ["image.repository": "123456789012.dkr.ecr.us-east-1.amazonaws.com/bizcomms-api"]),
          .usw1Values(
            "services.api",
            ["image.repository": "123456789012.dkr.ecr.us-west-1.amazonaws.com/bizcomms-api"]))
        CoverageRow(
          .lines(
            "# Build images",
            through: "docker build -f docker/Dockerfile.poller -t bizcomms-poller:latest ."),
          notBuiltYet: "the images")
        CoverageRow(
          .lines("# Tag and push", through: "# Repeat for worker and poller"),
          "a repository in every region, made there by itself; a tag is a release and stays, so there "
            + "is no `latest`",
          .regions(
            "aws_ecr_repository.api_<region_name>",
            ["name": "bizcomms-api", "image_tag_mutability": "IMMUTABLE"]),
          .regions(
            "aws_ecr_repository.worker_<region_name>",
            ["name": "bizcomms-worker", "image_tag_mutability": "IMMUTABLE"]),
          .regions(
            "aws_ecr_repository.poller_<region_name>",
            ["name": "bizcomms-poller", "image_tag_mutability": "IMMUTABLE"]),
          .values("services.api", ["image.tag": "0.1.0"]),
          .values("services.worker", ["image.tag": "0.1.0"]),
          .values("services.poller", ["image.tag": "0.1.0"]))
      },
      CoverageSection("Step 5: Deploy Kubernetes Applications") {
        CoverageRow(
          "# Configure kubectl\naws eks update-kubeconfig --region us-east-1 --name bizcomms-cell-use1-01-eks",
          nil,
          .cells("aws_eks_cluster.main", ["name": "bizcomms-<cell>-eks"]),
          .cells("output.cluster_name", ["value": "${aws_eks_cluster.main.name}"]),
          .values("cluster", ["name": "bizcomms-<cell>-eks"]))
        CoverageRow(
          "# Get WAF ARN from Terraform\nWAF_ARN=$(cd terraform/environments/us-east-1 && terraform output -raw waf_web_acl_arn)",
          also: ["--set ingress.wafAclArn=\"$WAF_ARN\" \\"],
          "the output is there; Terraform itself puts the firewall before the load balancer",
          .cells("output.waf_web_acl_arn", ["value": "${aws_wafv2_web_acl.main.arn}"]),
          .cells(
            "aws_wafv2_web_acl_association.main",
            ["web_acl_arn": "${aws_wafv2_web_acl.main.arn}"]))
        CoverageRow(
          "# Deploy with Helm\nhelm install bizcomms ./helm/bizcomms \\\n-f helm/bizcomms/values-us-east-1.yaml \\",
          also: ["--namespace bizcomms \\\n--create-namespace"],
          "the values of each cell are here; the chart is not built yet",
          .values("namespace", ["": "bizcomms"]),
          .values("cell", ["": "<cell>"]), .values("region", ["": "<region>"]))
        CoverageRow(
          "# Verify deployment\nkubectl get pods -n bizcomms\nkubectl get ingress -n bizcomms",
          "in place of an ingress, pods join the target group that Terraform owns",
          .values(
            "loadBalancer.targetGroup",
            ["name": "bizcomms-<cell>-api", "service": "bizcomms-api", "port": 8_000]))
      },
      CoverageSection("Step 6: Update Route53") {
        CoverageRow(
          .lines("# Get ALB DNS name", through: "terraform apply -target=module.route53"),
          "no second apply: Terraform owns the load balancer and the record that leads to it",
          .cells(
            "aws_route53_record.host",
            [
              "name": "<cell>.api.bizcomms.example.com", "type": "A",
              "alias.name": "${aws_lb.main.dns_name}", "alias.zone_id": "${aws_lb.main.zone_id}",
            ]),
          .cells("output.alb_dns_name", ["value": "${aws_lb.main.dns_name}"]))
      },
      CoverageSection("Deployment Architecture"),
      CoverageSection("Verification") {
        CoverageRow(
          "# Check API health\ncurl https://api.bizcomms.example.com/health",
          "the host; the API answers",
          .routing("aws_route53_record.primary", ["name": "api.bizcomms.example.com"]),
          shownBy: "the requests of the overview get its answers")
        CoverageRow(
          .lines("# Create test alert", through: "}'"),
          shownBy: "the requests of the overview get its answers")
        CoverageRow(
          "# Check logs\nkubectl logs -n bizcomms -l app=bizcomms-api --tail=100\nkubectl logs -n bizcomms -l app=bizcomms-worker --tail=100",
          nil,
          .values("services.api", ["labels.app": "bizcomms-api"]),
          .values("services.worker", ["labels.app": "bizcomms-worker"]),
          .values("services.poller", ["labels.app": "bizcomms-poller"]))
      },
    ])
}
