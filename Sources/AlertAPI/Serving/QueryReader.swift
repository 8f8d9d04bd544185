import AlertStores
import Alerts
import FormText
import Hummingbird

/// Reads the parameters after the question mark, and collects all that is wrong with them.
struct QueryReader {
  private let parameters: [(name: String, value: String)]
  private var known: Set<String> = []
  private var problems: [FieldProblem] = []

  init(_ request: Request) { self.init(request.uri.query ?? "") }

  init(_ query: String) {
    if let fields = FormText.fields(of: query) {
      parameters = fields
    } else {
      parameters = []
      problems.append(FieldProblem("query", "holds a percent sign without two digits after it"))
    }
  }

  /// How many elements a page has: 1 to 100.
  mutating func limit() -> Int {
    guard let text = value("limit") else { return 50 }
    guard let limit = Int(text), (1...100).contains(limit), String(limit) == text else {
      problems.append(FieldProblem("limit", "must be a number from 1 to 100"))
      return 50
    }
    return limit
  }

  /// Where a list goes on.
  mutating func cursor() -> String? {
    guard let text = value("cursor") else { return nil }
    guard let last = Cursor.last(of: text) else {
      problems.append(FieldProblem("cursor", "must be the `next_cursor` of an answer"))
      return nil
    }
    return last
  }

  /// One of the raw values of an enumeration.
  mutating func choice<Choice>(_ name: String) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text = value(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      problems.append(FieldProblem(name, "must be \(choices)"))
      return nil
    }
    return choice
  }

  /// True or false.
  mutating func boolean(_ name: String) -> Bool? {
    switch value(name) {
    case nil: return nil
    case "true": return true
    case "false": return false
    default:
      problems.append(FieldProblem(name, "must be true or false"))
      return nil
    }
  }

  /// A text of one line.
  mutating func text(_ name: String, length: ClosedRange<Int>) -> String? {
    guard let text = value(name) else { return nil }
    guard length.contains(text.unicodeScalars.count),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      problems.append(
        FieldProblem(
          name, "must be one line of \(length.lowerBound) to \(length.upperBound) characters"))
      return nil
    }
    return text
  }

  /// A telephone number.
  mutating func phoneNumber(_ name: String) -> PhoneNumber? {
    guard let text = value(name) else { return nil }
    guard let number = PhoneNumber(text) else {
      problems.append(
        FieldProblem(
          name,
          "must be a number in E.164 form, like `+14155550123`; an address has `%2B` for its plus sign"
        ))
      return nil
    }
    return number
  }

  /// Ends the reading: throws all that was wrong, parameters that nobody asked for among it.
  mutating func finish() throws(InvalidRequest) {
    for name in Set(parameters.map(\.name)).subtracting(known).sorted() {
      let names = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
      problems.append(
        FieldProblem(
          name, known.isEmpty ? "is unknown; none is taken here" : "is unknown; known are \(names)")
      )
    }
    if !problems.isEmpty { throw InvalidRequest(problems) }
  }

  private mutating func value(_ name: String) -> String? {
    known.insert(name)
    let values = parameters.filter { $0.name == name }
    if values.count > 1 { problems.append(FieldProblem(name, "is given \(values.count) times")) }
    return values.first?.value
  }
}
