import Alerts
import Foundation
import Testing

@testable import StoryPoller

/// What is anybody's text becomes a request that the API takes.
@Suite struct TextTests {
  @Test(arguments: [
    ("Plain", "Plain"), ("  a \n\t b ", "a b"), ("A &amp; B &lt;3 &quot;x&quot;", "A & B <3 \"x\""),
    ("&#x27;q&#39; &#0; &#xD800; &unknown; &amp", "'q' &#xD800; &unknown; &amp"),
    ("a\u{202E}b\u{2066}c", "abc"), ("a\u{2028}b\u{7F}\u{85}c", "a b c"), ("\u{0}", ""),
    ("👩‍👩‍👧 é", "👩‍👩‍👧 é"), ("&amp;lt;", "&lt;"),
  ])
  func `a title becomes one line of plain text`(html: String, line: String) {
    #expect(StoryText.line(ofHTML: html) == line)
  }

  @Test func `a text that is too long is cut between characters`() {
    #expect(StoryText.shortened("abc", to: 3) == "abc")
    #expect(StoryText.shortened("abcd", to: 3) == "ab…")
    #expect(StoryText.shortened("a bcd", to: 3) == "a…")
    // Five scalars, one character.
    #expect(StoryText.shortened("a👩‍👩‍👧bc", to: 6) == "a…")
    #expect(StoryText.shortened("a👩‍👩‍👧bc", to: 7) == "a👩‍👩‍👧…")
  }

  @Test(arguments: [
    "javascript:alert(1)", "ftp://example.com", "https://", "https://a b.example", "",
    "example.com",
    "https://example.com/\u{202E}x", "https://example.com/" + String(repeating: "x", count: 500),
  ])
  func `an address that is none is left out for the discussion`(text: String) {
    #expect(StoryText.address(text) == nil)
  }

  @Test func `an address of the web stays`() {
    let address = "https://example.com/a?b=c&d=%20#e"
    #expect(StoryText.address(address) == address)
  }

  @Test(arguments: [1, 80, 1_600, 5_000], ["x", "é", "👩‍👩‍👧", "\u{301}", "a "])
  func `whatever the title, the API takes the request`(count: Int, unit: String) throws {
    let title = StoryText.line(ofHTML: String(repeating: unit, count: count))
    for url in [nil, "https://example.com/" + String(repeating: "x", count: 400)] {
      let story = Story(id: .max, title: title, url: url)
      let draft = try AlertDraft(reading: StoryAlert(story: story).body)
      #expect(draft.message.hasSuffix(url ?? story.discussion))
      #expect(draft.message.unicodeScalars.count <= RequestLimits.message.upperBound)
    }
  }

  @Test func `pauses double up to a limit, and what is asked for is the least`() {
    let backoff = Backoff(attempts: 10)
    let pauses = (1...9).map { backoff.pause(after: $0, jitter: 1, wish: nil) }
    #expect(pauses.first == .milliseconds(500))
    #expect(pauses[5] == .seconds(16))
    #expect(pauses[6] == .seconds(20))
    #expect(pauses[8] == .seconds(20))
    #expect(backoff.pause(after: 10, jitter: 1, wish: nil) == nil)
    #expect(backoff.pause(after: 3, jitter: 0, wish: nil) == .zero)
    #expect(backoff.pause(after: 1, jitter: 0.5, wish: .seconds(5)) == .seconds(5))
    #expect(backoff.pause(after: 1, jitter: 0.5, wish: .seconds(21)) == nil)
  }

  @Test func `Retry-After is seconds or a date`() {
    let now = Date(timeIntervalSince1970: 784_111_767)
    func wish(_ text: String) -> Duration? {
      WebResponse(status: 429, headers: [("retry-after", text)]).retryAfter(at: now)
    }
    #expect(wish("12") == .seconds(12))
    #expect(wish("Sun, 06 Nov 1994 08:49:37 GMT") == .seconds(10))
    #expect(wish("Sun, 06 Nov 1994 08:49:20 GMT") == .zero)
    #expect(wish("-1") == nil)
    #expect(wish("soon") == nil)
    #expect(WebResponse(status: 429).retryAfter(at: now) == nil)
  }

  @Test(arguments: ["", "hacker news", "ftp://x", "https://", "https://x/?a=b"])
  func `a place for Hacker News that can't be one is refused by name`(text: String) {
    let wrong = #expect(throws: PollerSettings.WrongSetting.self) {
      try PollerSettings(environment: ["BIZCOMMS_HACKER_NEWS_URL": text])
    }
    #expect(
      wrong?.description == """
        BIZCOMMS_HACKER_NEWS_URL is `\(text)`; set it to a URL like \
        https://hacker-news.firebaseio.com, or leave it out
        """)
  }

  @Test func `Hacker News is where it is unless another place is named`() throws {
    #expect(
      try PollerSettings(environment: [:]).hackerNews == "https://hacker-news.firebaseio.com")
    let settings = try PollerSettings(
      environment: ["BIZCOMMS_HACKER_NEWS_URL": "http://127.0.0.1:4000/"])
    #expect(settings.hackerNews == "http://127.0.0.1:4000")
  }
}
