// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// RDS takes four digits.
let timeInThreeDigits = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
      backupWindow: .daily(at: "3:00", for: .hours(1)))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
