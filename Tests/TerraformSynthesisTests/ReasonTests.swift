import CellDescription
import SourceLocations
import TerraformDocument
import TerraformSynthesis
import Testing

@Suite struct ReasonTests {
  @Test func `whatever is chosen, every block says what it is for`() throws {
    let roots = try SynthesizedFleet(validated(everyChoice)).roots
    let declarations = roots.flatMap(\.declarations)
    #expect(declarations.count > 500)
    #expect(declarations.filter { $0.reason.isEmpty }.map(\.address) == [])
  }

  @Test func `a block that was amended knows where, and others don't`() throws {
    let roots = try SynthesizedFleet(validated(everyChoice)).roots
    let amended = roots.flatMap(\.declarations).filter { !$0.amendments.isEmpty }
    #expect(amended.map(\.address.description) == ["aws_sqs_queue.alert_processing"])
    #expect(amended.first?.amendments.first?.file.hasSuffix("Support/EveryChoice.swift") == true)
  }

  @Test func `a user's own block says that it is one`() throws {
    let roots = try SynthesizedFleet(validated(everyChoice)).roots
    let own = roots.flatMap(\.components).filter { $0.name == "extensions" }
      .flatMap(\.declarations)
    #expect(own.map(\.address.name) == ["status", "office"])
    #expect(Set(own.map(\.reason)) == ["added by hand, with Extend"])
  }
}
