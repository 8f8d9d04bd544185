import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// One mistake neither hides the next nor brings about others that nobody made.
struct ManyMistakesTests {
  @Test func `reports every mistake once, in the order of the lines`() {
    let line = #line + 2
    let text = printed {
      Environment("production", account: "12", domain: "API.example.com", home: .usEast1) {
        Release("latest")
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16"), instance: .t4gMedium)
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        EachCell {
          EKS(version: "v1.35")
        }
        Cell("cell-a", in: .usEast1, role: .primary, index: 300, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .primary, index: -1, shape: .plain) {
          VPC(availabilityZones: 4)
        }
      }
    }
    #expect(
      text == """
        ManyMistakesTests.swift:\(line):18: error: "API.example.com" has upper-case letters [invalid-value]
          fix: write `domain: "api.example.com"`
        ManyMistakesTests.swift:\(line):18: error: production has the account "12"; an AWS account \
        is twelve digits [invalid-value]
          fix: write the digits of yours, as in `account: "123456789012"`
        ManyMistakesTests.swift:\(line + 1):9: error: the tag "latest" means another image after \
        every build [invalid-value]
          fix: write the version of one build, such as `Release("1.0.0")`
        ManyMistakesTests.swift:\(line + 2):9: error: db.t4g.medium is refused in an Aurora Global \
        Database (memory-optimised classes only, db.r5 or newer) [aurora-class]
          fix: write `instance: .r6gLarge`
        ManyMistakesTests.swift:\(line + 2):9: error: the engine version "16" has no minor [invalid-value]
          fix: write major and minor, such as "16.8"
        ManyMistakesTests.swift:\(line + 6):11: error: "v1.35" is not how EKS names a version [invalid-value]
          fix: write `EKS(version: "1.35")`
        ManyMistakesTests.swift:\(line + 8):9: error: cell-a has the index 300; its network would \
        be 10.300.0.0/16 [invalid-value]
          fix: write `index: 0`, the next free one
        ManyMistakesTests.swift:\(line + 9):9: error: cell-b has the index -1; its network would be \
        10.-1.0.0/16 [invalid-value]
          fix: write `index: 1`, the next free one
        ManyMistakesTests.swift:\(line + 9):9: error: cell-b is a primary of production, and so is \
        cell-a [one-primary]
          note: ManyMistakesTests.swift:\(line + 8):9: cell-a is the primary here
          fix: write `role: .standby`, or write it on cell-a instead
        ManyMistakesTests.swift:\(line + 10):11: error: a cell has 2 or 3 availability zones, not 4 [zones]
          fix: write `availabilityZones: 2`
        """)
  }

  @Test func `no stand-in for a network overlaps another or the cell that really has it`() {
    let line = #line + 1
    let text = diagnostics {
      Routing(.latency)
      Cell("cell-a", in: .usEast1, role: .primary, index: 255, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .standby, index: 256, shape: .plain)
      Cell("cell-c", in: .usWest2, role: .standby, shape: .plain)
      Cell("cell-d", in: .usEast2, role: .standby, shape: .plain) { VPC(cidr: "10.0.0.0/8") }
      Cell("cell-e", in: .euWest1, role: .standby, shape: .plain) { VPC(cidr: "10.0.0.0/33") }
    }
    #expect(
      text == """
        ManyMistakesTests.swift:\(line + 3):7: error: cell-b has the index 256; its network would \
        be 10.256.0.0/16 [invalid-value]
          fix: write `index: 0`, the next free one
        ManyMistakesTests.swift:\(line + 4):7: error: cell-c has no address space [incomplete]
          fix: write `index: 1`, the next free one
        ManyMistakesTests.swift:\(line + 5):69: error: the network of a cell is a /16, and \
        10.0.0.0/8 is none [invalid-value]
          fix: write `cidr: "10.0.0.0/16"`
        ManyMistakesTests.swift:\(line + 6):69: error: "10.0.0.0/33" has the prefix length "33" \
        [invalid-value]
          fix: write a number from 0 to 32 behind the slash, without leading zeros
        """)
  }

  @Test func `no stand-in for a version is judged, not even when its own support has ended`() {
    let line = #line + 1
    let text = diagnostics(on: FactDate(2040, 1, 1)) {
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("new"), instance: .r6gLarge)
      EachCell { EKS(version: "new") }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: CellShape { VPC() })
    }
    #expect(
      text == """
        ManyMistakesTests.swift:\(line + 1):7: error: the engine version "new" has "new" where a \
        number belongs [invalid-value]
          fix: write numbers and dots, such as "16.8"
        ManyMistakesTests.swift:\(line + 2):18: error: the cluster has no machines [incomplete]
          fix: write `NodeGroup(.t3Large, count: 2...6)` in this EKS
        ManyMistakesTests.swift:\(line + 2):18: error: "new" is not a Kubernetes version [invalid-value]
          fix: write major and minor, such as "1.35"
        """)
  }

  @Test func `two environments with unreadable accounts and domains are told no more than that`() {
    let line = #line + 1
    func broken(_ name: String, index: Int) -> Environment {
      Environment(name, account: "x", domain: "", home: .usEast1) {
        Release("1.0.0")
        HostedZone(.created("\(name).example.com"))
        OnCall(.email("oncall@example.com"))
        Cell("cell-\(name)", in: .usEast1, role: .primary, index: index, shape: .plain)
      }
    }
    let text = printed {
      broken("one", index: 1)
      broken("two", index: 2)
    }
    #expect(
      text == """
        ManyMistakesTests.swift:\(line + 1):18: error: one has the account "x"; an AWS account is \
        twelve digits [invalid-value]
          fix: write the digits of yours, as in `account: "123456789012"`
        ManyMistakesTests.swift:\(line + 1):18: error: the domain name is empty [invalid-value]
          fix: write a name such as "api.example.com"
        ManyMistakesTests.swift:\(line + 1):18: error: two has the account "x"; an AWS account is \
        twelve digits [invalid-value]
          fix: write the digits of yours, as in `account: "123456789012"`
        """)
  }

  @Test func `an environment without anything is told all that it lacks`() {
    let line = #line + 2
    let text = printed {
      Environment("production", account: "123456789012", domain: "x", home: .usEast1) {}
    }
    #expect(
      text == """
        ManyMistakesTests.swift:\(line):18: error: nobody is told of the alarms of production [incomplete]
          fix: write `OnCall(.email("…"))` in it, with an address that somebody reads
        ManyMistakesTests.swift:\(line):18: error: production has no hosted zone [incomplete]
          fix: write `HostedZone(.created("x"))` in production
        ManyMistakesTests.swift:\(line):18: error: production has no cell [one-primary]
          fix: write `Cell("…", in: .usEast1, role: .primary, …)` in it
        """)
  }
}
