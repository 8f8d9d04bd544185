public import CellPrimitives

extension PriceItem {
  /// A Kubernetes control plane.
  public static let clusterHour = PriceItem(.eks, "control planes", per: "hour")
  /// What extended support costs on top of ``clusterHour``.
  public static let clusterExtendedSupportHour =
    PriceItem(.eks, "extended support of control planes", per: "hour")

  /// A machine with Linux, on demand.
  public static func machineHour(_ type: InstanceType) -> PriceItem {
    PriceItem(.ec2, "\(type) on demand", per: "hour")
  }

  /// The same from spare capacity, at a price that moves.
  public static func spotMachineHour(_ type: InstanceType) -> PriceItem {
    PriceItem(.ec2, "\(type) spot", per: "hour", discounting: machineHour(type).name)
  }

  /// A vCPU of a pod on Fargate.
  public static let fargateCPUHour = PriceItem(.fargate, "vCPU of pods", per: "vCPU-hour")
  /// Memory of a pod on Fargate.
  public static let fargateMemoryHour = PriceItem(.fargate, "memory of pods", per: "GB-hour")

  /// Disk space of a type, such as `gp3`.
  public static func volumeMonth(_ type: String) -> PriceItem {
    PriceItem(.ebs, "\(type) volumes of machines", per: "GB-month")
  }

  /// Stored images.
  public static let imageStorage = PriceItem(.ecr, "images", per: "GB-month")
  /// Runs of functions.
  public static let functionRequests = PriceItem(.lambda, "runs", per: "1M requests")

  /// How long functions run, by the memory that they have.
  public static func functionDuration(_ architecture: InstanceType.Architecture) -> PriceItem {
    PriceItem(.lambda, "run time on \(architecture.rawValue)", per: "1M GB-seconds")
  }

  /// Runs that a schedule starts.
  public static let scheduledRuns = PriceItem(.scheduler, "calls", per: "1M invocations")
  /// Text messages and calls of a provider.
  public static let textMessages = PriceItem(.twilio, "text messages", per: "1,000 messages")
}
