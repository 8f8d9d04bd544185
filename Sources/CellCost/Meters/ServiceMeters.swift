import CellPrimitives
import TerraformDocument

/// The requests to a root's queues.
let meterQueue: Meter = { queue, context in
  [queue.shares(.queueRequests, .queueRequests, context)]
}

/// The messages published to a root's topics.
let meterTopic: Meter = { topic, context in
  [topic.shares(.topicRequests, .topicRequests, context)]
}

/// Deliveries to queues and functions cost nothing, e-mails do.
/// Source: Amazon SNS pricing, "Notification deliveries", 2026-11.
let meterSubscription: Meter = { subscription, context in
  switch subscription.arguments["protocol"]?.text {
  case "sqs", "lambda": []
  case "email", "email-json": [subscription.shares(.topicEmails, .alarmEmails, context)]
  default: [subscription.uses(.unlisted("subscription to a topic"), Quantity(1))]
  }
}

/// A secret in each of its regions; Twilio's also stands for what is sent with it.
let meterSecret: Meter = { secret, context in
  let regions =
    secret.arguments["replica"]?.elements.map { replica in
      replica["region"]?.text.flatMap { Region(rawValue: $0) }
    } ?? []
  let copies = regions.map { region in
    region.map { secret.uses(.secret, Quantity(1), in: $0) }
      ?? secret.uses(.unlisted("secret's replica"), Quantity(1))
  }
  let provider =
    secret.arguments["name"]?.text?.hasSuffix("/twilio") == true
    ? [secret.uses(.textMessages, context.assumed(.textMessages), assuming: .textMessages)] : []
  return [secret.uses(.secret, Quantity(1))] + copies + provider
    + [secret.shares(.secretRequests, .secretRequests, context)]
}

/// A key, and the uses of a root's keys.
let meterKey: Meter = { key, context in
  [key.uses(.key, Quantity(1)), key.shares(.keyRequests, .keyRequests, context)]
}

/// A function's runs: those of its schedules, or what is assumed where it has none.
let meterFunction: Meter = { function, context in
  let schedules = context.resources(of: "aws_scheduler_schedule").filter {
    context.resource(of: "aws_lambda_function", in: $0.arguments["target"]?["arn"])?.address
      == function.address
  }
  let assumed: Assumption = schedules.isEmpty ? .functionRuns : .hours
  var runs = Quantity.zero
  for schedule in schedules {
    guard let number = schedule.runs(in: context.hours) else {
      return [function.uses(.unlisted("function on an unknown schedule"), Quantity(1))]
    }
    runs = runs + number
  }
  if schedules.isEmpty { runs = context.assumed(.functionRuns) }
  let memory = function.arguments["memory_size"]?.integer ?? 128
  let isARM = function.arguments["architectures"]?.elements.first?.text == "arm64"
  let gigabyteSeconds = Quantity(
    millionths: (runs * context.assumed(.functionSeconds)).millionths * memory / 1024)
  return [
    function.uses(.functionRequests, runs, assuming: assumed),
    function.uses(
      .functionDuration(isARM ? .arm64 : .amd64), gigabyteSeconds, assuming: assumed,
      .functionSeconds),
  ]
}

/// The calls of a schedule.
let meterSchedule: Meter = { schedule, context in
  [
    schedule.runs(in: context.hours).map {
      schedule.uses(.scheduledRuns, $0, assuming: .hours)
    } ?? schedule.uses(.unlisted("schedule that is no rate"), Quantity(1))
  ]
}

extension BilledResource {
  /// Millions of runs in so many hours of a schedule such as `rate(5 minutes)`; nil for another form.
  fileprivate func runs(in hours: Quantity) -> Quantity? {
    guard let text = arguments["schedule_expression"]?.text,
      let match = text.wholeMatch(of: /rate\((\d+) (minute|hour|day)s?\)/),
      let count = Int(match.1), count > 0
    else { return nil }
    let minutes = count * (match.2 == "minute" ? 1 : match.2 == "hour" ? 60 : 24 * 60)
    // Millionths of an hour, 60 minutes of them, over the interval; a million runs are one.
    return Quantity(millionths: hours.millionths * 60 / minutes / 1_000_000)
  }
}
