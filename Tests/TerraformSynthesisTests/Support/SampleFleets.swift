import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

/// An environment of one cell, `cell-a` of `sample`, made of `elements` and what they leave out.
func sample(
  in region: Region = .usEast1, index: Int = 0, dataProtection: DataProtection = .preventDestroy,
  @CellBuilder _ elements: () -> [Placed<CellElement>] = { [] }
) -> Fleet {
  Fleet {
    Environment(
      "sample", account: "111122223333", domain: "api.example.com", home: region,
      dataProtection: dataProtection
    ) {
      Release("1.0.0")
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("example.com"))
      OnCall(.email("oncall@example.com"))
      EachCell(elements)
      Cell("cell-a", in: region, role: .primary, index: index, shape: .sample)
    }
  }
}

/// Like ``sample(in:index:dataProtection:_:)``, with a second cell, `cell-b`, in us-west-2; both are
/// made of `elements`, `global` stands in the environment, and one of the two is the `primary`.
func twoCells(
  primary: String = "cell-a", global: Extend<GlobalReferences>? = nil,
  @CellBuilder _ elements: () -> [Placed<CellElement>] = { [] }
) -> Fleet {
  Fleet {
    Environment("sample", account: "111122223333", domain: "api.example.com", home: .usEast1) {
      Release("1.0.0")
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("example.com"))
      OnCall(.email("oncall@example.com"))
      EachCell(elements)
      Cell(
        "cell-a", in: .usEast1, role: primary == "cell-a" ? .primary : .standby, index: 0,
        shape: .sample)
      Cell(
        "cell-b", in: .usWest2, role: primary == "cell-b" ? .primary : .standby, index: 1,
        shape: .sample)
      if let global { global }
    }
  }
}

/// The root of the cell of ``sample(in:index:dataProtection:_:)``.
func sampleCell(
  in region: Region = .usEast1, index: Int = 0, dataProtection: DataProtection = .preventDestroy,
  @CellBuilder _ elements: () -> [Placed<CellElement>] = { [] }
) throws -> WrittenRoot {
  let fleet = sample(in: region, index: index, dataProtection: dataProtection, elements)
  return try WrittenFleet(fleet)["sample", "cells/cell-a"]
}

extension CellShape {
  /// All services on the defaults of everything else.
  fileprivate static let sample = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker)
      Run(.poller)
    }
  }
}
