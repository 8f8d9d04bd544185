import TerraformDocument
import Testing

@testable import CellCost

struct ServiceMeterTests {
  @Test func `queues and topics of a root share what is assumed`() {
    #expect(
      quantities(
        resource("aws_sqs_queue", "a"), resource("aws_sqs_queue", "b"), resource("aws_sns_topic"))
        == ["requests: 3", "messages published: 0.1"])
  }

  @Test func `deliveries cost as e-mail, and nothing to queues and functions`() {
    let subscription = { (name: TerraformJSON) in
      resource("aws_sns_topic_subscription", "a", ["protocol": name])
    }
    #expect(quantities(subscription("email")) == ["e-mails: 0.1"])
    #expect(quantities(subscription("sqs")) == [])
    #expect(quantities(subscription("lambda")) == [])
    #expect(quantities(subscription("sms")) == ["subscription to a topic: 1"])
  }

  @Test func `a secret costs in each region, and Twilio's stands for what is sent`() {
    let secret = { (name: TerraformJSON) in
      resource(
        "aws_secretsmanager_secret", "a", ["name": name, "replica": [["region": "us-west-1"]]])
    }
    #expect(
      quantities(secret("bizcomms-production/api-keys")) == [
        "requests: 0.1", "secrets and replicas: 1", "secrets and replicas in us-west-1: 1",
      ])
    #expect(quantities(secret("bizcomms-production/twilio")).last == "text messages: 10")
  }

  @Test func `keys cost each, and by use together`() {
    #expect(
      quantities(resource("aws_kms_key", "a"), resource("aws_kms_key", "b"))
        == ["keys: 2", "requests: 1"])
  }

  @Test func `a scheduled function runs as often as its schedule says`() {
    let function = resource(
      "aws_lambda_function", "poller", ["memory_size": 512, "architectures": ["arm64"]])
    let schedule = { (rate: TerraformJSON) in
      resource(
        "aws_scheduler_schedule", "poller",
        [
          "schedule_expression": rate,
          "target": ["arn": "${aws_lambda_function.poller.arn}"],
        ])
    }
    #expect(
      quantities(function, schedule("rate(5 minutes)")) == [
        "run time on arm64: 0.00876", "runs: 0.00876", "calls: 0.00876",
      ])
    #expect(quantities(function, schedule("rate(1 hour)")).contains("runs: 0.00073"))
    #expect(
      quantities(function, schedule("cron(0 4 * * ? *)")) == [
        "function on an unknown schedule: 1", "schedule that is no rate: 1",
      ])
    #expect(quantities(function).contains("runs: 0.01"))
  }

  @Test func `log groups of a root share what is assumed`() {
    #expect(
      quantities(
        resource("aws_cloudwatch_log_group", "a"), resource("aws_cloudwatch_log_group", "b"))
        == ["logs kept: 5", "logs taken in: 20"])
    #expect(quantities(resource("aws_flow_log")) == ["flow logs taken in: 10"])
    #expect(
      quantities(resource("aws_flow_log", "a", ["log_destination_type": "s3"]))
        == ["flow logs to a bucket: 10"])
  }

  @Test func `an alarm costs for each metric, and more below a minute`() {
    let alarm = { (arguments: TerraformBody) in
      resource("aws_cloudwatch_metric_alarm", "a", arguments)
    }
    #expect(quantities(alarm(["period": 60])) == ["alarms: 1"])
    #expect(quantities(alarm(["period": 10])) == ["fast alarms: 1"])
    #expect(
      quantities(
        alarm([
          "metric_query": [
            ["expression": "a / b"], ["metric": ["period": 60]], ["metric": ["period": 60]],
          ]
        ])) == ["alarms: 2"])
    #expect(quantities(alarm(["metric_query": [["expression": "SELECT …"]]])) == ["alarms: 1"])
    #expect(
      quantities(
        resource("aws_cloudwatch_composite_alarm"), resource("aws_cloudwatch_dashboard"),
        resource("aws_cloudwatch_log_metric_filter"))
        == ["composite alarms: 1", "dashboards: 1", "metrics: 1"])
  }

  @Test func `a stream costs by what it takes in, and by what it unpacks`() {
    let stream = { (processors: TerraformJSON) in
      resource(
        "aws_kinesis_firehose_delivery_stream", "a",
        ["extended_s3_configuration": ["processing_configuration": ["processors": processors]]])
    }
    #expect(quantities(stream([])) == ["logs taken in: 15"])
    #expect(
      quantities(stream([["type": "Decompression"]])) == ["logs taken in: 15", "logs unpacked: 15"])
  }

  @Test func `a trail costs for accesses to objects alone`() {
    let trail = { (category: TerraformJSON) in
      resource(
        "aws_cloudtrail", "a",
        [
          "advanced_event_selector": [
            ["field_selector": [["field": "eventCategory", "equals": [category]]]]
          ]
        ])
    }
    #expect(quantities(trail("Management")) == [])
    #expect(quantities(trail("Data")) == ["data events: 0.1"])
  }
}
