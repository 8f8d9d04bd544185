import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// Texts that can't be read or don't mean what they should; each fix is applied as well.
struct InvalidValueTests {
  @Test(arguments: ["12345", "1234567890123", "12345678901x", ""])
  func `an account is twelve digits`(account: String) {
    #expect(
      environment(account: account) == """
        InvalidValueTests.swift:\(environmentLine):18: error: production has the account \
        "\(account)"; an AWS account is twelve digits [invalid-value]
          fix: write the digits of yours, as in `account: "123456789012"`
        """)
    #expect(environment(account: "123456789012") == "")
  }

  @Test(arguments: ["m5large", "", "m5.", "M5.large"])
  func `a type of machine is a family and a size`(name: String) {
    let line = #line + 5
    func check(_ name: String) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
          EKS {
            NodeGroup(name, count: 2...3)
          }
        }
      }
    }
    #expect(
      check(name) == """
        InvalidValueTests.swift:\(line):13: error: "\(name)" is no type of machine; one is a family \
        and a size, such as m7i.large [invalid-value]
          fix: write `NodeGroup(.t3Large)`
        """)
    #expect(check("m7i.large") == "")
  }

  @Test func `a domain is a host name`() {
    #expect(
      environment(domain: "API.example.com") == """
        InvalidValueTests.swift:\(environmentLine):18: error: "API.example.com" has upper-case \
        letters [invalid-value]
          fix: write `domain: "api.example.com"`
        """)
    #expect(environment(domain: "api.example.com") == "")
  }

  @Test func `a zone is a domain name that holds the environment's`() {
    #expect(
      environment(zone: "example.com.") == """
        InvalidValueTests.swift:\(environmentLine + 2):9: error: "example.com." ends with a dot \
        [invalid-value]
          fix: write `HostedZone(.existing("example.com"))`
        """)
    #expect(
      environment(zone: "example.org") == """
        InvalidValueTests.swift:\(environmentLine + 2):9: error: the domain api.example.com of \
        production is not in the zone example.org [domain-in-zone]
          note: InvalidValueTests.swift:\(environmentLine):18: the domain is given here
          fix: write `HostedZone(.existing("example.com"))`, or a domain below example.org
        """)
    #expect(environment(zone: "example.com") == "")
    #expect(environment(domain: "api.example.org", zone: "example.org") == "")
    #expect(environment(domain: "example.org", zone: "example.org") == "")
  }

  @Test(arguments: [
    (
      "10.1.2.0/16", "10.1.2.0/16 has host bits set; the network is 10.1.0.0/16",
      #"write `cidr: "10.1.0.0/16"`"#
    ),
    (
      "10.1.16.0/20", "the network of a cell is a /16, and 10.1.16.0/20 is none",
      #"write `cidr: "10.1.0.0/16"`"#
    ),
    (
      "10.0.0.0/8", "the network of a cell is a /16, and 10.0.0.0/8 is none",
      #"write `cidr: "10.0.0.0/16"`"#
    ),
    (
      "8.8.0.0/16", "8.8.0.0/16 is not private address space",
      #"write `cidr: "10.0.0.0/16"`, or another private /16"#
    ),
    (
      "10.1.0.0", #""10.1.0.0" has no prefix length"#,
      #"write an address and a prefix length, such as "10.0.0.0/16""#
    ),
  ])
  func `a network is a private block of 65,536 addresses`(
    cidr: String, problem: String, fix: String
  ) {
    #expect(
      cell(cidr: cidr) == """
        InvalidValueTests.swift:\(cellLine + 1):9: error: \(problem) [invalid-value]
          fix: \(fix)
        """)
  }

  @Test(arguments: ["10.1.0.0/16", "10.0.0.0/16", "172.31.0.0/16", "192.168.0.0/16"])
  func `accepts the networks that are offered instead`(cidr: String) {
    #expect(cell(cidr: cidr) == "")
  }

  @Test(arguments: [-1, 256])
  func `an index is a byte`(index: Int) {
    #expect(
      cell(index: index) == """
        InvalidValueTests.swift:\(cellLine):7: error: cell-a has the index \(index); its network \
        would be 10.\(index).0.0/16 [invalid-value]
          fix: write `index: 0`, the next free one
        """)
    #expect(cell(index: 0) == "")
    #expect(cell(index: 255) == "")
  }

  @Test(arguments: [
    (
      "latest", #"the tag "latest" means another image after every build"#,
      #"write the version of one build, such as `Release("1.0.0")`"#
    ),
    (
      "1.0 beta", #""1.0 beta" can't be an image's tag"#,
      "write letters, digits, `.`, `_` and `-`, at most 128, such as `Release(\"1.0.0\")`"
    ),
    (
      "-1", #""-1" can't be an image's tag"#,
      "write letters, digits, `.`, `_` and `-`, at most 128, such as `Release(\"1.0.0\")`"
    ),
  ])
  func `a release is a tag that stays`(version: String, problem: String, fix: String) {
    #expect(
      cell(release: version) == """
        InvalidValueTests.swift:\(cellLine + 3):9: error: \(problem) [invalid-value]
          fix: \(fix)
        """)
    #expect(cell(release: "1.0.0") == "")
    #expect(cell(release: String(repeating: "1", count: 128)) == "")
    #expect(cell(release: String(repeating: "1", count: 129)).contains("can't be an image's tag"))
  }

  @Test(arguments: [
    ("v1.35", #""v1.35" is not how EKS names a version"#, #"write `EKS(version: "1.35")`"#),
    ("1.35.2", #""1.35.2" is not how EKS names a version"#, #"write `EKS(version: "1.35")`"#),
    ("new", #""new" is not a Kubernetes version"#, #"write major and minor, such as "1.35""#),
  ])
  func `a Kubernetes version is major and minor`(version: String, problem: String, fix: String) {
    #expect(
      cell(kubernetes: version) == """
        InvalidValueTests.swift:\(cellLine + 2):9: error: \(problem) [invalid-value]
          fix: \(fix)
        """)
    #expect(cell(kubernetes: "1.35") == "")
  }

  @Test func `an engine version is major and minor`() {
    #expect(
      cell(engine: "16") == """
        InvalidValueTests.swift:\(cellLine + 4):9: error: the engine version "16" has no minor [invalid-value]
          fix: write major and minor, such as "16.8"
        """)
    #expect(cell(engine: "16.8") == "")
  }

  @Test func `refuses an address that cannot be told of an alarm`() {
    let line = #line + 2
    func check(_ endpoint: OnCall.Endpoint) -> String {
      diagnostics {
        OnCall(endpoint)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      }
    }
    #expect(
      check(.email("oncall")) == """
        InvalidValueTests.swift:\(line + 1):9: error: "oncall" is no e-mail address [invalid-value]
          fix: write one such as `OnCall(.email("oncall@example.com"))`
        """)
    #expect(
      check(.https("http://example.com/alarms")) == """
        InvalidValueTests.swift:\(line + 1):9: error: "http://example.com/alarms" is no HTTPS address \
        [invalid-value]
          fix: write one such as `OnCall(.https("https://example.com/alarms"))`
        """)
    #expect(check(.email("on.call@mail.example.com")) == "")
  }

  @Test func `refuses an owner that no tag can name`() {
    func check(_ owner: String) -> String {
      printed {
        Environment(
          "production", account: "123456789012", domain: "api.example.com", home: .usEast1,
          owner: owner
        ) {
          Release("1.0.0")
          HostedZone(.created("example.com"))
          OnCall(.email("oncall@example.com"))
          Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        }
      }
    }
    let line = #line - 11
    #expect(
      check("team #1") == """
        InvalidValueTests.swift:\(line):20: error: the owner "team #1" of production can't be the \
        value of a tag [invalid-value]
          fix: write letters, digits, spaces and _.:/=+-@, at most 256, such as `owner: "platform"`
        """)
    #expect(check("") != "")
    #expect(check("Plattform & Co") != "")
    #expect(check("Plattform-Team: Zürich") == "")
  }

  @Test func `refuses a repository that GitHub cannot have`() {
    let line = #line + 2
    func check(_ names: String...) -> String {
      diagnostics {
        for name in names { GitHubRepository(name) }
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      }
    }
    #expect(
      check("cells") == """
        InvalidValueTests.swift:\(line + 1):29: error: "cells" is no repository of GitHub [invalid-value]
          fix: write its owner and name, such as `GitHubRepository("example/cells")`
        """)
    #expect(
      check("a/b", "c/d") == """
        InvalidValueTests.swift:\(line + 1):29: error: production has a GitHubRepository already \
        [duplicate-elements]
          note: InvalidValueTests.swift:\(line + 1):29: the first is here
          fix: leave out `GitHubRepository(…)`, or the first one
        """)
    #expect(check("bizcomms/bizcomms.cells_1") == "")
    // As the tokens of a repository say that was made since July 2026.
    #expect(
      check("bizcomms@123456/cells@456789") == """
        InvalidValueTests.swift:\(line + 1):29: error: "bizcomms@123456/cells@456789" has the IDs in \
        the name [invalid-value]
          fix: write `GitHubRepository("bizcomms/cells", ownerID: 123456, repositoryID: 456789)`
        """)
    #expect(check("bizcomms@123456/bizcomms").contains("is no repository of GitHub"))
    #expect(check("bizcomms/bizcomms@456789").contains("is no repository of GitHub"))
  }

  @Test func `refuses an access entry of what is no role`() {
    let line = #line + 4
    func check(_ role: String) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        AccessEntry(.administrator, role: role)
      }
    }
    #expect(
      check("arn:aws:iam::123456789012:user/anna") == """
        InvalidValueTests.swift:\(line):9: error: "arn:aws:iam::123456789012:user/anna" is no ARN \
        of an IAM role [invalid-value]
          fix: write one such as "arn:aws:iam::123456789012:role/operators"
        """)
    #expect(check("arn:aws:iam::123456789012:role/operators") == "")
  }

  @Test(arguments: [(0, 2), (1, 0), (-1, 2)])
  func `refuses IDs of a repository that GitHub never gives`(ownerID: Int, repositoryID: Int) {
    let line = #line + 2
    func check(_ ownerID: Int, _ repositoryID: Int) -> String {
      diagnostics {
        GitHubRepository("example/cells", ownerID: ownerID, repositoryID: repositoryID)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      }
    }
    #expect(
      check(ownerID, repositoryID) == """
        InvalidValueTests.swift:\(line + 1):9: error: the IDs \(ownerID) and \(repositoryID) are \
        none of GitHub's; they are 1 or more [invalid-value]
          fix: write what `gh api repos/example/cells --jq '.owner.id, .id'` prints
        """)
    #expect(check(1, 2) == "")
  }

  private let environmentLine = #line + 5
  private func environment(
    account: String = "123456789012", domain: String = "api.example.com", zone: String? = nil
  ) -> String {
    printed {
      Environment("production", account: account, domain: domain, home: .usEast1) {
        Release("1.0.0")
        HostedZone(.existing(zone ?? "example.com"))
        OnCall(.email("oncall@example.com"))
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      }
    }
  }

  private let cellLine = #line + 6
  private func cell(
    cidr: String? = nil, index: Int? = 3, kubernetes: String? = nil, release: String = "1.0.1",
    engine: String = "16.8"
  ) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: index, shape: .plain) {
        VPC(cidr: cidr)
        EKS(version: kubernetes)
        Release(release)
        CellDatabase(.alerts, engine: .auroraPostgreSQL(engine), instance: .r6gLarge)
      }
    }
  }
}
