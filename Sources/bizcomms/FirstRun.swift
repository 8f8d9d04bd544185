import AlertAPI
import Alerts
import CellContract
import EmbeddedBackend

/// What the first run draws, and every later one finds.
struct FirstRun {
  let folder: String
  let say: (String) -> Void

  /// Gives a value to each secret that has none; prints the key for people, which is kept nowhere else.
  func prepare() throws {
    let keys = EmbeddedSecret(.apiKeys, in: folder)
    if !keys.exists {
      let operatorKey = APIKey.draw(name: "operator", scopes: [.read, .write])
      let pollerKey = APIKey.draw(name: "poller", scopes: [.read, .write])
      try EmbeddedSecret(.pollerKey, in: folder).write(pollerKey.presented)
      try keys.write(APIKeys([operatorKey.key, pollerKey.key]).secret)
      say("your API key, shown only now: \(operatorKey.presented)")
    }
    let twilio = EmbeddedSecret(.twilio, in: folder)
    if !twilio.exists, let sender = PhoneNumber("+15005550006") {
      // Nobody outside is called: the token signs what this machine sends to itself.
      let token = APIKey.draw(name: "twilio", scopes: [.read]).presented
      try twilio.write(
        TwilioCredentials(
          accountSID: "AC00000000000000000000000000000000", authToken: token, sender: sender,
          rates: TwilioCredentials.Rates(messages: 50, calls: 50)
        ).secret)
    }
  }
}
