// rule: retention

import CellContract
import CellDescription
import CellPrimitives

extension CellShape {
  /// CloudWatch Logs offers 90 days and not 100; both cells take it from here.
  fileprivate static let talkative = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
    }
    Observability(
      logRetention: .days(100),  // as long as the audit asks for
      debugRetention: .days(7))
  }
}

/// The shape is wrong, and no cell says anything of its own.
let logsOfAShape = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .talkative)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .talkative)
  }
}
