import CellContract
import CellDescription
import CellEditing
import CellModel
import CellPrimitives
import SourceLocations
import Testing

@testable import cellctl

/// What `new-cell` makes of fleets other than the project's own.
@Suite struct NewCellPlanTests {
  private let texts = [
    "cells/Blue.swift": """
    let blue = Environment(
      "blue", account: "111122223333", domain: "api.blue.example.com", home: .usEast1
    ) {
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      Routing(.latency)
      Cell("blue-a", in: .usEast1, role: .primary, index: 4, shape: .large)
      Cell("blue-b", in: .usEast2, role: .standby, index: 5, shape: .large)

      Extend { _ in }
    }

    """,
    "cells/Green.swift": """
    let green = Environment("green", account: "444455556666", domain: "green.example.com") {
      Cell("green-a", in: .usWest2, role: .primary, index: 6, shape: .large)
    }

    """,
    "cells/Shapes.swift": """
    extension CellShape {
      static let large = CellShape { VPC(availabilityZones: 3) }
      static let spare = CellShape { VPC() }
    }

    """,
  ]

  private var fleet: Fleet {
    let large = CellShape {
      VPC(availabilityZones: 3)
      EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }
    }
    return Fleet {
      Environment(
        "blue", account: "111122223333", domain: "api.blue.example.com", home: .usEast1
      ) {
        Release("1.0.0")
        HostedZone(.created("blue.example.com"))
        OnCall(.email("oncall@example.com"))
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        Routing(.latency)
        Cell("blue-a", in: .usEast1, role: .primary, index: 4, shape: large)
        Cell("blue-b", in: .usEast2, role: .standby, index: 5, shape: large)
      }
      Environment("green", account: "444455556666", domain: "green.example.com", home: .usWest2) {
        Release("1.0.0")
        HostedZone(.created("green.example.com"))
        OnCall(.email("oncall@example.com"))
        Cell("green-a", in: .usWest2, role: .primary, index: 6, shape: large)
      }
    }
  }

  private func plan(
    _ name: String, in region: Region, _ environment: String = "blue", shape: String? = nil,
    role: Cell.Role? = nil, index: Int? = nil, fleet: Fleet? = nil,
    texts: [String: String]? = nil
  ) throws -> NewCellPlan {
    try NewCellPlan(
      NewCellRequest(
        name: name, region: region, environment: environment, shape: shape, role: role,
        index: index),
      in: fleet ?? self.fleet, writtenIn: texts ?? self.texts, on: .tablesChecked)
  }

  /// The lines that a plan adds to the file of `blue`; no line may go.
  private func added(_ plan: NewCellPlan) throws -> [String] {
    guard case .edited(let edit) = plan else {
      Issue.record("\(plan)")
      return []
    }
    let before = try #require(texts["cells/Blue.swift"]).split(separator: "\n")
    let after = try #require(edit.texts["cells/Blue.swift"]).split(separator: "\n")
    let difference = after.difference(from: before)
    #expect(difference.removals.isEmpty)
    return difference.insertions.compactMap { change in
      guard case .insert(_, let line, _) = change else { return nil }
      return String(line)
    }
  }

  private func refusal(_ plan: NewCellPlan) -> [String] {
    guard case .refused(let diagnostics) = plan else { return ["\(plan)"] }
    return diagnostics.map { "\($0.message); \($0.fix)" }
  }

  @Test func `comes behind the last cell, as a standby on the next network that nobody has`() throws
  {
    let line = #"  Cell("blue-c", in: .euWest1, role: .standby, index: 7, shape: .large)"#
    let plan = try plan("blue-c", in: .euWest1)
    #expect(try added(plan) == [line])
    guard case .edited(let edit) = plan else { return }
    #expect(edit.place == SourceLocation(file: "cells/Blue.swift", line: 8, column: 3))
    #expect(edit.isChecked)
    #expect(edit.additions.isEmpty)
  }

  @Test func `has a database of its own where the region has a cell`() throws {
    let plan = try plan("blue-c", in: .usEast2)
    #expect(
      try added(plan) == [
        #"  Cell("blue-c", in: .usEast2, role: .standby, index: 7, shape: .large) {"#,
        #"    CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)"#,
        "  }",
      ])
  }

  @Test func `overrides what the shape asks for and its region has not`() throws {
    #expect(
      try added(plan("blue-c", in: .usWest1)) == [
        #"  Cell("blue-c", in: .usWest1, role: .standby, index: 7, shape: .large) {"#,
        "    VPC(availabilityZones: 2)", "  }",
      ])
  }

  @Test func `takes the index and the shape that are asked for`() throws {
    let plan = try plan("blue-c", in: .euWest1, shape: "spare", index: 200)
    #expect(
      try added(plan) == [
        #"  Cell("blue-c", in: .euWest1, role: .standby, index: 200, shape: .spare)"#
      ])
    guard case .edited(let edit) = plan else { return }
    #expect(!edit.isChecked, "no cell has the shape, so its elements are not known")
  }

  @Test func `is the primary of an environment that has none`() throws {
    let empty = Fleet {
      Environment("blue", account: "111122223333", domain: "blue.example.com", home: .usEast1) {
        Release("1.0.0")
      }
    }
    let texts = [
      "cells/Blue.swift": "let blue = Environment(\"blue\", account: \"111122223333\") {\n}\n",
      "cells/Shapes.swift": "extension CellShape { static let only = CellShape { VPC() } }\n",
    ]
    guard case .edited(let edit) = try plan("a", in: .usEast1, fleet: empty, texts: texts) else {
      Issue.record("nothing was edited")
      return
    }
    #expect(
      edit.texts["cells/Blue.swift"] == """
        let blue = Environment("blue", account: "111122223333") {
          Cell("a", in: .usEast1, role: .primary, index: 0, shape: .only)
        }

        """)
  }

  @Test func `is there already, as it is asked for`() throws {
    for plan in [
      try plan("blue-b", in: .usEast2),
      try plan("blue-b", in: .usEast2, shape: "large", role: .standby, index: 5),
    ] {
      guard case .present(let place) = plan else {
        Issue.record("\(plan)")
        return
      }
      #expect(place == SourceLocation(file: "cells/Blue.swift", line: 7, column: 3))
    }
  }

  @Test func `is refused where a cell of its name is another`() throws {
    let message =
      "blue has blue-b already, with in: .usEast2, role: .standby, index: 5, shape: .large"
    let fix = "name the new cell otherwise, such as cell-use1-01, or change this one by hand"
    #expect(refusal(try plan("blue-b", in: .usEast1)) == ["\(message); \(fix)"])
    #expect(refusal(try plan("blue-b", in: .usEast2, role: .primary)).count == 1)
    #expect(
      refusal(try plan("green-a", in: .usEast2)) == [
        "green has a cell called green-a; name the new cell otherwise, such as cell-use2-01"
      ])
  }

  @Test func `is refused on an index of any environment, and told a free one`() throws {
    #expect(
      refusal(try plan("blue-c", in: .euWest1, index: 6)) == [
        "the index 6 is that of green-a; leave out --index, or write --index 7"
      ])
  }

  @Test func `has an index of another environment where neither is peered with the other`() throws {
    let apart = Fleet {
      for environment in fleet.environments.map(\.value) {
        let elements = { environment.elements }
        Environment(
          environment.name, account: environment.account, domain: environment.domain,
          home: environment.home, peering: .environment, elements)
      }
    }
    let cell = #"  Cell("blue-c", in: .euWest1, role: .standby, index: 6, shape: .large)"#
    #expect(try added(plan("blue-c", in: .euWest1, fleet: apart)) == [cell])
  }

  @Test func `is refused with what the rules say of the fleet with it`() throws {
    #expect(
      refusal(try plan("blue-c", in: .euWest1, role: .primary)) == [
        "blue-c is a primary of blue, and so is blue-a; write `role: .standby`, or write it on "
          + "blue-a instead"
      ])
  }

  @Test func `is refused where the files are not those that were compiled`() throws {
    var changed = texts
    changed["cells/Green.swift"] = texts["cells/Green.swift"]?
      .replacing("green-a", with: "green-b")
    #expect(
      refusal(try plan("blue-c", in: .euWest1, texts: changed)) == [
        "green-b was written after cellctl was built; run `make generate`, then this command again"
      ])
    changed["cells/Blue.swift"] = "let blue = made()\n"
    #expect(refusal(try plan("blue-c", in: .euWest1, texts: changed))[0].hasPrefix("cells/ has no"))
  }

  @Test(arguments: [
    ("gren", nil, "there is no environment gren; did you mean green?"),
    ("red", nil, "there is no environment red; the environments are blue, green"),
    ("blue", "larg", "there is no shape larg; did you mean large?"),
    ("blue", "tiny", "there is no shape tiny; the shapes are large, spare"),
  ])
  func `names what was probably meant`(environment: String, shape: String?, message: String) throws
  {
    let error = #expect(throws: UnknownName.self) {
      try plan("blue-c", in: .euWest1, environment, shape: shape)
    }
    #expect(error?.message == message)
  }
}
