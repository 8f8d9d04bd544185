import Alerts
import JSONText

/// What the API is asked to tell people of a story.
///
/// It says nothing that changes from hour to hour, such as the score: the same story makes the same
/// request, and a request that is repeated is recognised.
struct StoryAlert {
  let story: Story

  /// Of every alert.
  static let title = "New HackerNews Story"
  /// Who is told: recipients with one of these tags.
  static let tags = ["tech", "news"]

  /// The name of the request, by which the API knows it again.
  var key: String { "hn-\(story.id)" }

  /// The story's title, shortened where it must be, and where it leads.
  var message: String {
    let address = story.url ?? story.discussion
    let room = RequestLimits.message.upperBound - address.unicodeScalars.count - 1
    return StoryText.shortened(story.title, to: room) + "\n" + address
  }

  /// The request's body. Source: the overview, "Create Alert".
  var body: JSONValue {
    [
      "title": .string(Self.title), "message": .string(message), "priority": "high",
      "delivery_method": "sms",
      "recipient_filters": [
        "tags": .array(Self.tags.map(JSONValue.string)), "active_only": true,
      ],
    ]
  }
}
