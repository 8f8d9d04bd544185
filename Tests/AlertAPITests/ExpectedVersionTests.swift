import AlertAPI
import Alerts
import Testing

@Suite struct ExpectedVersionTests {
  @Test func `If-Match is the ETag of an answer, or any`() throws {
    #expect(try expectedVersion(ifMatch: "\"12\"") == 12)
    #expect(try expectedVersion(ifMatch: "*") == nil)
    #expect(try expectedVersion(ifMatch: nil) == nil)
  }

  @Test(arguments: ["12", "\"", "\"\"", "\"x\"", "\"+5\"", "\"02\"", "\"-0\"", "W/\"1\""])
  func `what no answer had as its ETag is refused`(text: String) {
    let problem = "must be the `ETag` of an answer, quotation marks and all, or `*`"
    #expect(throws: InvalidRequest([FieldProblem("If-Match", problem)])) {
      try expectedVersion(ifMatch: text)
    }
  }
}
