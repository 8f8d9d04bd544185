import CellContract
import CellDescription
import CellPrimitives
import HelmSynthesis
import Testing
import YAMLDocument

/// What the chart is told of the cluster beside the services.
@Suite struct ClusterValuesTests {
  /// The overview's `Provisioner`, as today's `NodePool` and `EC2NodeClass` take it.
  @Test func `NodePool limits are quantities, and spot stands beside on-demand`() throws {
    let karpenter = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      NodeGroup(.m7gLarge, count: 1, named: "arm")
      Karpenter(
        capacity: [.spot, .onDemand], limit: .cpu(1000), .memory(.gibibytes(1000)))
    }.file.value["karpenter"]
    #expect(
      karpenter == [
        "serviceAccount": [
          "namespace": "kube-system", "name": "karpenter",
          "annotations": [
            "eks.amazonaws.com/role-arn": "arn:aws:iam::012345678901:role/bizcomms-cell-a-karpenter"
          ],
        ],
        "interruptionQueue": "bizcomms-cell-a-interruptions",
        "enableZonalShift": true,
        "instanceProfile": "bizcomms-cell-a-karpenter-node",
        "discovery": ["karpenter.sh/discovery": "bizcomms-cell-a-eks"],
        "capacityTypes": ["on-demand", "spot"],
        "architectures": ["amd64", "arm64"],
        "limits": ["cpu": "1000", "memory": "1000Gi"],
        "volume": [
          "device": "/dev/xvda", "type": "gp3", "size": "50Gi",
          "key": "alias/bizcomms-cell-a-nodes",
        ],
        "tags": [
          "application": "bizcomms", "cell": "cell-a", "component": "cluster",
          "environment": "sample", "managed-by": "terraform", "owner": "platform",
        ],
      ])
  }

  @Test func `a cell without Karpenter says nothing of it`() throws {
    let values = try sampleValues { NodeGroup(.t3Large, count: 2...6) }.file.value
    #expect(values["karpenter"] == .null)
    #expect(!values.keys.contains("karpenter"))
  }

  @Test func `KEDA has a role where a service scales by its queue`() throws {
    let keda = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker, replicas: 2...20)
    }.file.value["keda"]
    #expect(
      keda == [
        "serviceAccount": [
          "namespace": "keda", "name": "keda-operator",
          "annotations": [
            "eks.amazonaws.com/role-arn": "arn:aws:iam::012345678901:role/bizcomms-cell-a-keda"
          ],
        ]
      ])
    let fixed = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
      Run(.worker, replicas: 3)
    }
    #expect(!fixed.file.value.keys.contains("keda"))
  }

  @Test func `the API's pods join a target group by name, and without the API nobody does`() throws
  {
    let withAPI = try sampleValues {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api)
    }.file.value["loadBalancer"]
    #expect(
      withAPI["targetGroup"] == [
        "name": "bizcomms-cell-a-api", "targetType": "ip", "service": "bizcomms-api", "port": 8000,
      ])
    let without = try sampleValues { NodeGroup(.t3Large, count: 2...6) }.file.value["loadBalancer"]
    #expect(without.keys == ["controller"])
  }
}
