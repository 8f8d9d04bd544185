import CellContract
import CellDescription
import CellPrimitives
import Cells
import SourceLocations
import TerraformDocument
import Testing

/// Who may enter a cell's cluster.
@Suite struct ClusterAccessTests {
  @Test func `access entries open the cluster, not the aws-auth config map`() throws {
    let cell = try root(repository: nil)
    let access = cell["aws_eks_cluster", "main"]["access_config"]
    #expect(access["authentication_mode"] == "API")
    #expect(!cell.texts.contains { $0.contains("aws-auth") })
  }

  @Test func `without a repository, who creates the cluster administers it`() throws {
    let cell = try root(repository: nil)
    let access = cell["aws_eks_cluster", "main"]["access_config"]
    #expect(access["bootstrap_cluster_creator_admin_permissions"] == true)
    #expect(cell.blocks("aws_eks_access_entry") == [:])
  }

  @Test func `with a repository, its deploy role administers it and the creator does not`() throws {
    let cell = try root(repository: "example/cells")
    let access = cell["aws_eks_cluster", "main"]["access_config"]
    #expect(access["bootstrap_cluster_creator_admin_permissions"] == false)
    #expect(
      cell.blocks("aws_eks_access_entry") == [
        "deploy": [
          "cluster_name": "${aws_eks_cluster.main.name}",
          "principal_arn": "arn:aws:iam::111122223333:role/bizcomms-sample-deploy",
          "type": "STANDARD",
        ]
      ])
    #expect(
      cell.blocks("aws_eks_access_policy_association") == [
        "deploy": [
          "access_scope": ["type": "cluster"],
          "cluster_name": "${aws_eks_cluster.main.name}",
          "policy_arn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
          "principal_arn": "${aws_eks_access_entry.deploy.principal_arn}",
        ]
      ])
  }

  @Test func `people enter every cluster by the roles that have an entry, as these say`() throws {
    let fleet = try WrittenFleet(everyChoice)
    let cells = fleet.all.filter { $0.path.folder.hasPrefix("cells/") }
    #expect(cells.count == 3)
    for cell in cells {
      let entries = cell.blocks("aws_eks_access_entry").filter { $0.key.hasPrefix("role_") }
      #expect(
        entries == [
          "role_developers": [
            "cluster_name": "${aws_eks_cluster.main.name}",
            "principal_arn": "arn:aws:iam::111122223333:role/people/developers",
            "type": "STANDARD",
          ],
          "role_on_call_": [
            "cluster_name": "${aws_eks_cluster.main.name}",
            "principal_arn": "arn:aws:iam::111122223333:role/on.call+",
            "type": "STANDARD",
          ],
        ])
      for (block, policy) in [
        "role_developers": "AmazonEKSViewPolicy", "role_on_call_": "AmazonEKSClusterAdminPolicy",
      ] {
        #expect(
          cell["aws_eks_access_policy_association", block] == [
            "access_scope": ["type": "cluster"],
            "cluster_name": "${aws_eks_cluster.main.name}",
            "policy_arn": .string("arn:aws:eks::aws:cluster-access-policy/\(policy)"),
            "principal_arn": .string("${aws_eks_access_entry.\(block).principal_arn}"),
          ])
      }
    }
  }

  /// Another value would build the cluster anew.
  @Test func `a repository that comes later leaves the creator's access as it is`() throws {
    for repository in [nil, "example/cells"] {
      #expect(
        try root(repository: repository)["aws_eks_cluster", "main"]["lifecycle"]["ignore_changes"]
          == ["access_config[0].bootstrap_cluster_creator_admin_permissions"])
    }
  }

  /// An open API is a choice that is read where production is written, not a default.
  @Test func `production says itself from where the API of its clusters is reached`() {
    let said = Cells.production.elements.flatMap { element -> [EKS.EndpointAccess] in
      guard case .eachCell(let each) = element.value else { return [] }
      return each.elements.compactMap { element in
        guard case .eks(let cluster) = element.value else { return nil }
        return cluster.endpoint
      }
    }
    #expect(said == [.public])
  }

  private func root(repository: String?) throws -> WrittenRoot {
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }
    }
    let fleet = Fleet {
      Environment("sample", account: "111122223333", domain: "api.example.com", home: .usEast1) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        if let repository { GitHubRepository(repository) }
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape)
      }
    }
    return try WrittenFleet(fleet)["sample", "cells/cell-a"]
  }
}
