import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  /// Takes every rule from the group that AWS gives to what names none, so that it reaches nothing.
  ///
  /// The lists are written, although empty, so that a rule that somebody adds is taken away again.
  /// Source: provider 5.100, `aws_default_security_group`; AWS Security Hub, control EC2.2, 2026-11.
  mutating func lockDefaultSecurityGroup() {
    component.add(
      Resource(AWS.DefaultSecurityGroup.self, "default") {
        $0.vpcID = vpc.id
        $0.ingress = Argument(json: .array([]))
        $0.egress = Argument(json: .array([]))
        $0.tags = ["Name": Argument("\(cell.scope.prefix)-default")]
      },
      because: "takes every rule from the VPC's default group, so that nothing opens by being"
        + " forgotten",
      at: location)
  }
}
