import CellContract
import CellModel
import SourceLocations
import TerraformDocument

/// Where Fluent Bit, which the CloudWatch add-on runs on every machine, sends the lines of pods.
///
/// Each of our services has a log group, and one more for its debug lines, which are kept for less
/// long; both are Terraform's. What else runs in the cluster shares the group of Container Insights.
/// Fluent Bit knows a service's pods by their log files, which are named after pod and namespace, and
/// pods begin with the label `app`, which is the deployment's name too.
///
/// A line goes on as the service wrote it, without an envelope: searches see its own fields, and
/// CloudWatch the metrics in it. A debug line is a JSON object whose `level` says so.
///
/// The text replaces the chart's own `application-log.conf`, or every line would be kept twice.
/// Source: chart `amazon-cloudwatch-observability` 6.4, `containerLogs.fluentBit.config.extraFiles`;
/// Fluent Bit 4 manual, "Tail", "Rewrite Tag" and "Amazon CloudWatch"; Kubernetes documentation,
/// "Logging Architecture", 2026-11.
struct ContainerLogs {
  private let cell: ResolvedCell
  private let services: [ServiceName]

  init(_ cell: ResolvedCell) {
    self.cell = cell
    services = cell.cluster.services.map(\.value).filter(\.isPods).map(\.name)
  }

  /// Their part of the add-on's configuration. The chart reads each file as a template, so no file
  /// holds `{{`.
  var configuration: TerraformBody {
    ["containerLogs": ["fluentBit": ["config": ["extraFiles": extraFiles]]]]
  }

  private var extraFiles: TerraformJSON {
    let sections = services.flatMap(sections) + otherSections
    return ["application-log.conf": .string(sections.map(\.text).joined(separator: "\n"))]
  }

  private func sections(of service: ServiceName) -> [Section] {
    let tag = "service.\(service.rawValue)"
    return [
      tail(logFiles(of: service), tag: tag, database: "service_\(service.rawValue)"),
      Section(
        "FILTER",
        [
          ("Name", "rewrite_tag"), ("Match", "\(tag).*"),
          ("Rule", "$log \(Self.debugLine) debug.$TAG false"),
          ("Emitter_Name", "debug_\(service.rawValue)"),
          ("Emitter_Storage.type", "filesystem"), ("Emitter_Mem_Buf_Limit", "10MB"),
        ]),
      output("\(tag).*", to: cell.scope.logGroup(of: service), asWritten: true),
      output("debug.\(tag).*", to: cell.scope.debugLogGroup(of: service), asWritten: true),
    ]
  }

  private var otherSections: [Section] {
    let excluded = ["/var/log/containers/aws-node*", "/var/log/containers/kube-proxy*"]
    return [
      tail(
        "/var/log/containers/*.log", tag: "application", database: "container",
        excluding: excluded + services.map(logFiles)),
      Section(
        "FILTER",
        [
          ("Name", "kubernetes"), ("Match", "application.*"),
          ("Kube_URL", "https://kubernetes.default.svc:443"),
          ("Kube_Tag_Prefix", "application.var.log.containers."),
          ("Merge_Log", "On"), ("Merge_Log_Key", "log_processed"),
          ("K8S-Logging.Parser", "On"), ("K8S-Logging.Exclude", "Off"),
          ("Labels", "Off"), ("Annotations", "Off"),
          ("Use_Kubelet", "On"), ("Kubelet_Port", "10250"), ("Buffer_Size", "0"),
        ]),
      output("application.*", to: cell.scope.logGroup(of: .application), asWritten: false),
    ]
  }

  /// `<pod>_<namespace>_<container>-<id>.log`
  private func logFiles(of service: ServiceName) -> String {
    "/var/log/containers/\(service.contract.workload)-*_\(ServiceContract.namespace)_*.log"
  }

  /// A JSON object's `"level": "DEBUG"` or `"TRACE"`; `\x22` is a quotation mark, which would begin
  /// a token of the rule.
  private static let debugLine =
    #"\x22\#(LogField.level.rawValue)\x22\s*:\s*"#
    + #"\x22(?:\#(LogLevel.forDebugging.map(\.rawValue).joined(separator: "|")))\x22"#

  private func tail(
    _ path: String, tag: String, database: String, excluding: [String] = []
  ) -> Section {
    var members = [("Name", "tail"), ("Tag", "\(tag).*"), ("Path", path)]
    if !excluding.isEmpty { members.append(("Exclude_Path", excluding.joined(separator: ", "))) }
    members += [
      ("multiline.parser", "docker, cri"), ("DB", "/var/fluent-bit/state/flb_\(database).db"),
      ("Mem_Buf_Limit", "50MB"), ("Skip_Long_Lines", "On"), ("Refresh_Interval", "10"),
      ("Rotate_Wait", "30"), ("storage.type", "filesystem"),
      ("Read_from_Head", "${READ_FROM_HEAD}"),
    ]
    return Section("INPUT", members)
  }

  private func output(_ match: String, to group: String, asWritten: Bool) -> Section {
    Section(
      "OUTPUT",
      [
        ("Name", "cloudwatch_logs"), ("Match", match), ("region", "${AWS_REGION}"),
        ("log_group_name", group), ("log_stream_prefix", "${HOST_NAME}-"),
        ("auto_create_group", "false"), ("extra_user_agent", "container-insights"),
      ] + (asWritten ? [("log_key", "log"), ("log_format", "json/emf")] : []))
  }
}

/// A part of a file in Fluent Bit's classic format.
private struct Section {
  let text: String

  init(_ kind: String, _ members: [(key: String, value: String)]) {
    text =
      (["[\(kind)]"] + members.map { "  \($0.key) \($0.value)" }).joined(separator: "\n") + "\n"
  }
}
