/// The root volume of every machine: what it holds are images and what pods write beside volumes.
public enum NodeVolume {
  /// Its device on Amazon Linux 2023. Source: Karpenter 1, "NodeClasses",
  /// `spec.blockDeviceMappings`, 2026-11.
  public static let device = "/dev/xvda"
  /// Its type, at the same price and speed whatever the size.
  public static let type = "gp3"
  /// Its size: 20, EKS's own default, fills up with a few versions of images.
  public static let gibibytes = 50
}
