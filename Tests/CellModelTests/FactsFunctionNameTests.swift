import Testing

@testable import CellModel

struct FactsFunctionNameTests {
  @Test func `accepts the names of functions, schedules and trails that the project gives`() {
    let names: [(Fact<NameLimit>, String)] = [
      (NameLimits.function, "bizcomms-cell-use1-01-poller"),
      (NameLimits.schedule, "bizcomms-cell-use1-01"),
      (NameLimits.trail, "bizcomms-production-audit"),
    ]
    for (limit, name) in names { #expect(limit.value.problem(with: name) == nil) }
  }

  @Test func `says what is wrong with the name of a function, a schedule or a trail`() {
    let long = String(repeating: "a", count: 65)
    #expect(
      NameLimits.function.value.problem(with: long)
        == "\"\(long)\" has 65 characters; the name of a Lambda function has at most 64")
    #expect(
      NameLimits.function.value.problem(with: "a.b")
        == "\"a.b\" contains \".\"; the name of a Lambda function takes letters, digits, - and _")
    #expect(
      NameLimits.schedule.value.problem(with: long)
        == "\"\(long)\" has 65 characters; the name of a schedule has at most 64")
    #expect(
      NameLimits.trail.value.problem(with: "a--b")
        == "\"a--b\" contains \"--\", which is refused in the name of a trail")
  }
}
