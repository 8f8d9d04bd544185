import CellContract
import CellDescription
import Cells
import TerraformAWS
import TerraformDocument
import Testing

/// What bills, searches and clean-ups go by.
@Suite struct TagTests {
  @Test func `everything that takes tags says which component it is`() throws {
    var seen = 0
    for root in try WrittenFleet(fleet).roots {
      for component in root.components {
        for declaration in component.declarations where declaration.takesTags {
          #expect(
            (declaration.body["tags"] ?? .null)["component"] == .string(component.name),
            "\(declaration.address) of \(root.path)")
          seen += 1
        }
      }
    }
    #expect(seen > 100)
  }

  /// What belongs to no cell says so, or a bill by cell would leave it out.
  @Test func `every provider tags with environment, owner and cell, or says that it is shared`()
    throws
  {
    let written = try WrittenFleet(fleet)
    for root in written.roots {
      let settings = try #require(
        written[root.path.environment, root.path.folder].files["terraform.tf.json"])
      for provider in settings["provider"]["aws"].elements {
        let tags = provider["default_tags"]["tags"]
        #expect(tags["environment"] == .string(root.path.environment))
        #expect(tags["owner"] == "platform")
        let cell = root.path.folder.split(separator: "/").dropFirst().first.map(String.init)
        #expect(tags["cell"] == .string(cell ?? "shared"), "\(root.path)")
      }
    }
  }

  /// The driver makes them for pods, out of Terraform's reach.
  @Test func `volumes that pods ask for carry the tags of the cell's machines`() throws {
    let cell = try sampleCell()
    let driver = cell["aws_eks_addon", "aws_ebs_csi_driver"]
    #expect(
      cell.document(driver["configuration_values"]) == [
        "controller": [
          "extraVolumeTags": [
            "application": "bizcomms", "cell": "cell-a", "component": "cluster",
            "environment": "sample", "managed-by": "terraform", "owner": "platform",
          ]
        ]
      ])
  }

  @Test func `a tag of the user's own is left as it is`() throws {
    let cell = try sampleCell {
      Extend { cell in
        Resource(AWS.SecurityGroup.self, "office") {
          $0.vpcID = cell.vpcID
          $0.tags = ["component": "office"]
        }
      }
    }
    let office = cell.files["extensions.tf.json"]?["resource"]["aws_security_group"]["office"]
    #expect(office?["tags"] == ["component": "office"])
  }
}
