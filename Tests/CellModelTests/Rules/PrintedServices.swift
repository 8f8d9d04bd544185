import CellDescription
import CellModel
import CellPrimitives

/// All that `rule` says of one service that runs in an environment.
func printed(
  _ rule: Rule, of run: Run, dataProtection: DataProtection = .preventDestroy
) -> String {
  printed(rules: [rule]) {
    Environment(
      "sample", account: "123456789012", domain: "api.example.com", home: .usEast1,
      dataProtection: dataProtection
    ) {
      Release("1.0.0")
      OnCall(.email("oncall@example.com"))
      HostedZone(.created("example.com"))
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS { run }
      }
    }
  }
}

/// Where the service of ``printed(_:of:dataProtection:)`` stands.
let placeOfRun = "PrintedServices.swift:\(#line - 7):15"
