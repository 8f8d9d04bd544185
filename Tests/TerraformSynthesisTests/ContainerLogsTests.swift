import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import TerraformDocument
import Testing

/// Which log group a line of a pod reaches: what Fluent Bit is told.
@Suite struct ContainerLogsTests {
  @Test func `a service's lines reach its own group as they were written`() throws {
    let sections = try sections()
    let input = try #require(sections.first { $0["Tag"] == "service.worker.*" })
    #expect(input["Path"] == "/var/log/containers/bizcomms-worker-*_bizcomms_*.log")
    let output = try #require(sections.first { $0["Match"] == "service.worker.*" && $0.isOutput })
    #expect(output["log_group_name"] == "/aws/eks/bizcomms-cell-a/worker")
    #expect(output["log_key"] == "log")
    #expect(output["log_format"] == "json/emf")
  }

  @Test func `debug lines go to a group of their own and to no other`() throws {
    let sections = try sections()
    let filter = try #require(
      sections.first { $0["Name"] == "rewrite_tag" && $0["Match"] == "service.api.*" })
    let rule = try #require(filter["Rule"]).split(separator: " ").map(String.init)
    // Field, pattern, new tag, and whether the line stays under the old one as well.
    #expect(rule.count == 4)
    #expect(rule[0] == "$log")
    #expect(rule[2...] == ["debug.$TAG", "false"])
    let pattern = try Regex(rule[1])
    #expect(#"{"level":"debug","message":"x"}"#.contains(pattern))
    #expect(#"{"message":"x", "level" : "TRACE"}"#.contains(pattern))
    #expect(!#"{"level":"info","message":"x"}"#.contains(pattern))
    #expect(!#"{"level":"error","message":"said {\"level\":\"debug\"}"}"#.contains(pattern))
    let output = try #require(sections.first { $0["Match"] == "debug.service.api.*" })
    #expect(output["log_group_name"] == "/aws/eks/bizcomms-cell-a/api/debug")
  }

  @Test func `a line of a service is kept once, and those of others share a group`() throws {
    let sections = try sections()
    let others = try #require(sections.first { $0["Tag"] == "application.*" })
    let excluded = try #require(others["Exclude_Path"])
    for service in ServiceName.allCases {
      #expect(excluded.contains("/var/log/containers/bizcomms-\(service)-*_bizcomms_*.log"))
    }
    let output = try #require(sections.first { $0["Match"] == "application.*" && $0.isOutput })
    #expect(output["log_group_name"] == "/aws/containerinsights/bizcomms-cell-a-eks/application")
  }

  @Test func `Fluent Bit makes no log group, and every tag that is read is written`() throws {
    let sections = try sections()
    for output in sections.filter(\.isOutput) { #expect(output["auto_create_group"] == "false") }
    let tags = sections.compactMap { $0["Tag"] }
    for tag in tags {
      #expect(sections.filter { $0["Match"] == tag && $0.isOutput }.count == 1, "\(tag)")
    }
  }

  @Test func `a function has no pods whose lines could be read`() throws {
    let sections = try sections {
      EKS { Run(.poller, as: .lambda(every: .minutes(5))) }
    }
    #expect(sections.contains { $0["Tag"] == "service.api.*" })
    #expect(!sections.contains { $0["Tag"] == "service.poller.*" })
  }

  /// The chart reads each file as a template.
  @Test func `nothing in the text is a template's`() throws {
    #expect(!(try text()).contains("{{"))
  }

  /// The members of each section, which Terraform's escapes have been taken out of.
  private func sections(
    @CellBuilder _ elements: () -> [Placed<CellElement>] = { [] }
  ) throws -> [[String: String]] {
    try text(elements).split(separator: "\n\n").map { section in
      let lines = section.split(separator: "\n")
      var members = ["section": String(lines[0])]
      for line in lines.dropFirst() {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        members[parts[0]] = parts[1]
      }
      return members
    }
  }

  private func text(
    @CellBuilder _ elements: () -> [Placed<CellElement>] = { [] }
  ) throws -> String {
    let cell = try sampleCell(elements)
    let addon = cell["aws_eks_addon", "amazon_cloudwatch_observability"]
    let config = cell.document(addon["configuration_values"])["containerLogs"]["fluentBit"][
      "config"]
    #expect(Array(config.members.keys) == ["extraFiles"])
    let text = try #require(config["extraFiles"]["application-log.conf"].text)
    return text.replacing("$${", with: "${")
  }
}

extension [String: String] {
  fileprivate var isOutput: Bool { self["section"] == "[OUTPUT]" }
}
