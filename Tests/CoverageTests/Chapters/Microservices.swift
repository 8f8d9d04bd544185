extension CoverageChapter {
  static let microservices = CoverageChapter(
    title: "Microservices",
    sections: [
      CoverageSection("Microservices"),
      CoverageSection("Service Architecture") {
        CoverageRow(
          "Port 8000]", nil,
          .values("services.api", ["port": 8_000]),
          .values("services.worker", ["port": 8_000]),
          .values("services.poller", ["port": 8_000]),
          .cells("aws_lb_target_group.api", ["port": 8_000]))
        CoverageRow(
          "API_ROUTES[11 Endpoints]",
          shownBy:
            "the eleven endpoints of the overview are described, and Twilio's two beside them",
          "what is served is described, and what is described is served")
        CoverageRow(
          "WORKER_SQS[SQS Consumer]", nil,
          .values(
            "services.worker",
            [
              "env[name=BIZCOMMS_QUEUE_ALERT_PROCESSING_URL].value":
                "https://sqs.<region>.amazonaws.com/123456789012/bizcomms-<cell>-alert-processing"
            ]))
        CoverageRow(
          "WORKER_TWILIO[Twilio Client]", nil,
          .values(
            "services.worker",
            ["env[name=BIZCOMMS_SECRET_TWILIO_NAME].value": "bizcomms-production/twilio"]),
          shownBy: "a text is posted to the account's messages",
          "a call says the text, and asks for its beginning and its end")
        CoverageRow(
          "WORKER_DDB[(DynamoDB)]", nil,
          .values(
            "services.worker",
            ["env[name=BIZCOMMS_TABLE_DELIVERIES_NAME].value": "bizcomms-production-deliveries"]))
        CoverageRow(
          "POLLER_HN[HN API Client]",
          shownBy: "at most eight requests are under way at once",
          "a top list that makes no sense is no list, and nothing is told")
        CoverageRow(
          "POLLER_STATE[(State Storage)]", nil,
          .values(
            "services.poller",
            ["env[name=BIZCOMMS_TABLE_STORIES_NAME].value": "bizcomms-production-stories"]))
      },
      CoverageSection("1. API Service") {
        CoverageRow(
          "Technology: FastAPI (Python 3.11), SQLAlchemy 2.0 (async), Pydantic v2",
          also: ["Purpose: RESTful API for managing alerts and recipients"],
          "in Swift, as the rest is",
          shownBy:
            "a cell's API migrates, serves and publishes, configured through the contract alone")
      },
      CoverageSection("Endpoints") {
        CoverageRow(
          "| GET | /health | Health check | 200 OK |",
          "Route 53 asks for it, and the API answers",
          .routing("aws_route53_health_check.cell_use1_01", ["resource_path": "/health"]),
          .routing("aws_route53_health_check.cell_usw1_01", ["resource_path": "/health"]),
          shownBy: "the requests of the overview get its answers")
        CoverageRow(
          .lines(
            "| POST | /v1/alerts | Create new alert | 202 Accepted |",
            through: "| PUT | /v1/recipients/{id} | Update recipient | 200 OK |"),
          shownBy: "each endpoint of the overview has its status")
      },
      CoverageSection("Configuration") {
        CoverageRow(
          "# Kubernetes Deployment\nreplicas: 3",
          "with an autoscaler a Deployment carries no number: each rollout would reset it",
          .values("services.api", ["replicas": .absent]))
        CoverageRow(
          "resources:\nrequests:\nmemory: 256Mi\ncpu: 250m", nil,
          .values(
            "services.api",
            ["resources.requests.memory": "256Mi", "resources.requests.cpu": "250m"]))
        CoverageRow(
          "limits:\nmemory: 512Mi\ncpu: 500m", nil,
          .values(
            "services.api", ["resources.limits.memory": "512Mi", "resources.limits.cpu": "500m"]))
        CoverageRow(
          "# Auto-scaling\nminReplicas: 2\nmaxReplicas: 10", nil,
          .values("services.api", ["autoscaling.minReplicas": 2, "autoscaling.maxReplicas": 10]))
        CoverageRow(
          "targetCPU: 70%\ntargetMemory: 80%", nil,
          .values(
            "services.api",
            [
              "autoscaling.targetCPUUtilizationPercentage": 70,
              "autoscaling.targetMemoryUtilizationPercentage": 80,
            ]))
      },
      CoverageSection("2. Worker Service") {
        CoverageRow(
          "Technology: Python 3.11 (async), boto3, Twilio SDK",
          also: ["Purpose: Process alert messages from SQS and deliver via Twilio"],
          "in Swift, as the rest is",
          shownBy: "everybody is sent every alert once, wherever the cell is killed")
      },
      CoverageSection("Processing Flow"),
      CoverageSection("Error Handling") {
        CoverageRow(
          "- Retry Logic: SQS visibility timeout (30s) with max receive count (3)", nil,
          .cells(
            "aws_sqs_queue.alert_processing",
            ["visibility_timeout_seconds": 30, "redrive_policy.maxReceiveCount": 3]))
        CoverageRow(
          "- Dead Letter Queue: Failed messages move to DLQ after 3 attempts",
          "and somebody hears of it",
          .cells(
            "aws_sqs_queue.alert_processing",
            [
              "redrive_policy.deadLetterTargetArn": "${aws_sqs_queue.alert_processing_dlq.arn}",
              "redrive_policy.maxReceiveCount": 3,
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.alert_processing_dlq",
            [
              "threshold": 0, "comparison_operator": "GreaterThanThreshold",
              "dimensions.QueueName": "bizcomms-<cell>-alert-processing-dlq",
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]))
        CoverageRow(
          "- Idempotency: Message deduplication using message_id",
          "by alert, recipient and channel: a message that is published again has another ID",
          .global(
            "aws_dynamodb_table.deliveries",
            ["hash_key": "alert_id", "range_key": "recipient_channel"]))
      },
      CoverageSection("3. Poller Service") {
        CoverageRow(
          "Technology: Python 3.11 (async), httpx",
          also: ["Purpose: Monitor HackerNews API and create alerts for new stories"],
          "in Swift, as the rest is",
          shownBy:
            "a cell's poller tells what is new, ends when it is told to, and goes on where it was")
      },
      CoverageSection("Polling Logic") {
        CoverageRow(
          "# Every 5 minutes:", also: ["4. Sleep until next poll interval"],
          "a pod has a clock of its own, a function is called",
          .in(
            .development, "aws_scheduler_schedule.poller",
            ["schedule_expression": "rate(5 minutes)"]),
          shownBy:
            "the cell that polls keeps its turn, and another one takes over when it is silent",
          "each invocation is a round, whose metrics are written before the answer")
        CoverageRow(
          "1. Fetch top 30 stories from HackerNews API",
          also: ["3. For each new story:\n- Fetch story details"],
          shownBy: "only the first stories of the list count",
          "the first round tells nobody, and later ones tell what is new, once")
        CoverageRow(
          "2. Compare with previous state (stored in DynamoDB)",
          also: ["- Update state in DynamoDB"], nil,
          .global(
            "aws_dynamodb_table.stories",
            ["name": "bizcomms-production-stories", "hash_key": "story_id"]),
          .global(
            "aws_dynamodb_table_replica.stories_us_west_1",
            [
              "provider": "aws.us-west-1", "global_table_arn": "${aws_dynamodb_table.stories.arn}",
            ]),
          .cells(
            "aws_iam_role_policy.poller",
            [
              "policy.Statement[Resource[0]=arn:aws:dynamodb:<region>:123456789012:table/bizcomms-production-stories].Action":
                .includes("dynamodb:PutItem")
            ]))
        CoverageRow(
          "- POST to /v1/alerts endpoint", "with a key of its own",
          .values(
            "services.poller",
            [
              "env[name=BIZCOMMS_SERVICE_API_URL].value":
                "http://bizcomms-api.bizcomms.svc.cluster.local:8000",
              "env[name=BIZCOMMS_SECRET_POLLER_API_KEY_NAME].value":
                "bizcomms-production/poller-api-key",
            ]))
      },
      CoverageSection("Alternative: Lambda + EventBridge") {
        CoverageRow(
          "Lambda function triggered by CloudWatch EventBridge (cron: every 5 minutes)",
          "`Run(.poller, as: .lambda(every: .minutes(5)))`, as development does; a round that fails is "
            + "kept, alarms and is not repeated",
          .in(
            .development, "aws_lambda_function.poller",
            [
              "package_type": "Image",
              "image_uri":
                "210987654321.dkr.ecr.us-east-1.amazonaws.com/bizcomms-poller:0.1.0",
              "timeout": 290, "reserved_concurrent_executions": .absent,
              "logging_config.log_group": "/aws/eks/bizcomms-<cell>/poller",
            ]),
          .in(
            .development, "aws_scheduler_schedule.poller",
            [
              "schedule_expression": "rate(5 minutes)",
              "target.arn": "${aws_lambda_function.poller.arn}",
              "target.dead_letter_config.arn": "${aws_sqs_queue.poller_failures.arn}",
            ]),
          .in(
            .development, "aws_lambda_function_event_invoke_config.poller",
            [
              "maximum_retry_attempts": 0,
              "destination_config.on_failure.destination": "${aws_sqs_queue.poller_failures.arn}",
            ]),
          .in(
            .development, "aws_sqs_queue.poller_failures", ["message_retention_seconds": 1_209_600]),
          .in(
            .development, "aws_cloudwatch_metric_alarm.poller_failed_rounds",
            [
              "metric_name": "Errors", "dimensions.FunctionName": "bizcomms-<cell>-poller",
              "threshold": 0, "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .in(
            .development, "aws_cloudwatch_metric_alarm.poller_failures",
            [
              "dimensions.QueueName": "bizcomms-<cell>-poller-failures", "threshold": 0,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .in(.developmentValues, "services", ["poller": .absent]),
          .cells("aws_lambda_function", ["": .absent]))
        CoverageRow(
          "~$0.20/month vs ~$15/month for a continuous pod",
          notInfrastructure: "a price, and no file under `out/` has one")
      },
    ])
}
