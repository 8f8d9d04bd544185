import Foundation
import Testing
import Twilio

@Suite struct TwiMLTests {
  @Test func `the text is escaped, and has no character that XML forbids`() {
    let text = "a < b && c > d\u{0}\u{8}\u{FFFE}\u{FFFF}\t\n\"'é🙂\r"
    #expect(
      TwiML.saying(text)
        == "<Response><Say>a &lt; b &amp;&amp; c &gt; d\t\n\"'é🙂&#13;</Say></Response>")
  }

  @Test func `markup in a text stays text`() {
    #expect(
      TwiML.saying("</Say><Hangup/>")
        == "<Response><Say>&lt;/Say&gt;&lt;Hangup/&gt;</Say></Response>")
  }

  @Test func `what is too long for one Say is cut after a blank`() {
    let words = Array(repeating: "word", count: 320).joined(separator: " ")
    let says = TwiML.saying(words).components(separatedBy: "</Say>").dropLast()
      .map { $0.replacing("<Response>", with: "").replacing("<Say>", with: "") }
    #expect(says.joined() == words)
    #expect(says.count == 2)
    #expect(says.allSatisfy { $0.utf8.count <= 1_500 })
    #expect(says[0].hasSuffix("word "))
  }

  @Test func `three bytes for a character fill a Say sooner`() {
    let text = String(repeating: "語", count: 1_600)
    let says = TwiML.saying(text).components(separatedBy: "<Say>").dropFirst()
    #expect(says.count == 4)
  }

  @Test(arguments: ["a", "&", "🙂", "<"])
  func `TwiML has at most 4,000 characters, and a whole end`(character: String) {
    let twiml = TwiML.saying(String(repeating: character, count: 5_000))
    #expect(twiml.utf16.count <= 4_000)
    #expect(twiml.utf16.count > 3_990)
    #expect(twiml.hasSuffix("</Say></Response>"))
  }

  @Test func `the longest alert of letters fits`() {
    let text = String(repeating: "a", count: 1_600)
    #expect(TwiML.saying(text).filter { $0 == "a" }.count == 1_600 + 2 * 2)
  }
}
