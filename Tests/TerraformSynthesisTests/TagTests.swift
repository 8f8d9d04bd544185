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

  @Test func `every provider tags with environment and owner, a cell's with the cell too`() throws {
    let written = try WrittenFleet(fleet)
    for root in written.roots {
      let settings = try #require(
        written[root.path.environment, root.path.folder].files["terraform.tf.json"])
      for provider in settings["provider"]["aws"].elements {
        let tags = provider["default_tags"]["tags"]
        #expect(tags["environment"] == .string(root.path.environment))
        #expect(tags["owner"] == "platform")
        let cell = root.path.folder.split(separator: "/").dropFirst().first.map(String.init)
        #expect(tags["cell"] == cell.map(TerraformJSON.string) ?? .null, "\(root.path)")
      }
    }
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
