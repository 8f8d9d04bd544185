import CellDescription
import CellPrimitives
import Cells
import GeneratedFiles
import Testing

/// Adding a cell changes its own folder, what must know it, and nothing else.
@Suite struct BlastRadiusTests {
  private typealias Place = (name: String, region: Region, index: Int)

  private let one: [Place] = [("blue-a", .usEast1, 0)]
  private let two: [Place] = [("blue-a", .usEast1, 0), ("blue-b", .usWest1, 1)]
  private let three: [Place] = [
    ("blue-a", .usEast1, 0), ("blue-b", .usWest1, 1), ("blue-c", .euWest1, 2),
  ]

  /// The global root holds the password of the cell's own database, which a second cell of a region
  /// must have.
  @Test func `a cell in a region that has one touches no other cell`() throws {
    let before = try tree(of: smallFleet(one))
    let after = try tree(of: smallFleet(one + [("blue-b", .usEast1, 1)]))
    let differences = before.differences(to: after)
    #expect(differences.added == filesOfOwn("blue-b"))
    #expect(
      differences.changed == [
        "blue/README.md", "blue/overview.html", "blue/terraform/global/databases.tf.json",
        "blue/terraform/routing/alarms.tf.json", "blue/terraform/routing/routing.tf.json",
      ])
    #expect(differences.removed == [])
  }

  @Test func `a cell in a new region changes the roots that work in every region, too`() throws {
    let before = try tree(of: smallFleet(one))
    let after = try tree(of: smallFleet(one + [("blue-b", .usWest1, 1)]))
    let differences = before.differences(to: after)
    #expect(differences.added == filesOfOwn("blue-b"))
    #expect(differences.changed == everywhere)
    #expect(differences.removed == [])
  }

  /// The first cell's cluster, alone until then, becomes the first member of a global one, and is
  /// watched as such.
  @Test func `a second region of a shared database changes the first one's database, too`() throws {
    let before = try tree(of: smallFleet(one, sharesDatabase: true))
    let after = try tree(of: smallFleet(two, sharesDatabase: true))
    let differences = before.differences(to: after)
    #expect(differences.added == filesOfOwn("blue-b"))
    #expect(
      differences.changed
        == (everywhere
        + ["alarms", "dashboards", "database"].map {
          "blue/terraform/cells/blue-a/\($0).tf.json"
        }).sorted())
    #expect(differences.removed == [])
  }

  @Test(arguments: [false, true])
  func `a third region touches no other cell`(_ sharesDatabase: Bool) throws {
    let before = try tree(of: smallFleet(two, sharesDatabase: sharesDatabase))
    let after = try tree(of: smallFleet(three, sharesDatabase: sharesDatabase))
    let differences = before.differences(to: after)
    #expect(differences.added == filesOfOwn("blue-c"))
    #expect(differences.changed == everywhere)
    #expect(differences.removed == [])
  }

  @Test(arguments: [false, true])
  func `removing a cell undoes exactly what adding it did`(_ sharesDatabase: Bool) throws {
    let before = try tree(of: smallFleet(three, sharesDatabase: sharesDatabase))
    let after = try tree(of: smallFleet(two, sharesDatabase: sharesDatabase))
    let differences = before.differences(to: after)
    #expect(differences.added == [])
    #expect(differences.changed == everywhere)
    #expect(differences.removed == filesOfOwn("blue-c"))
  }

  /// Order in the file and the numbers of others have no part in a cell's own files.
  @Test func `a cell's files are the same whichever cells stand beside it`() throws {
    let beside = try tree(of: smallFleet([("blue-z", .usWest2, 7), ("blue-b", .usWest1, 1)]))
    let alone = try tree(of: smallFleet([("blue-b", .usWest1, 1)]))
    for path in filesOfOwn("blue-b") {
      #expect(alone.texts[path] != nil)
      #expect(alone.texts[path] == beside.texts[path], "\(path)")
    }
  }

  private let everywhere = [
    "blue/README.md",
    "blue/overview.html",
    "blue/terraform/backend-setup/state.tf.json",
    "blue/terraform/backend-setup/terraform.tf.json",
    "blue/terraform/global/audit.tf.json",
    "blue/terraform/global/certificates.tf.json",
    "blue/terraform/global/databases.tf.json",
    "blue/terraform/global/dns.tf.json",
    "blue/terraform/global/images.tf.json",
    "blue/terraform/global/secrets.tf.json",
    "blue/terraform/global/tables.tf.json",
    "blue/terraform/global/terraform.tf.json",
    "blue/terraform/routing/alarms.tf.json",
    "blue/terraform/routing/routing.tf.json",
  ]

  private func filesOfOwn(_ cell: String) -> [String] {
    let parts = [
      "alarms",
      "cluster",
      "controllers",
      "dashboards",
      "database",
      "edge",
      "encryption",
      "firewall",
      "identity",
      "logs",
      "messaging",
      "network",
      "terraform",
    ]
    return ["blue/helm/values-\(cell).yaml"]
      + parts.map { "blue/terraform/cells/\(cell)/\($0).tf.json" }
  }
}
