import CellDescription
import SourceLocations

extension Resolution {
  mutating func repository(
    of environment: Environment, _ elements: [Placed<GitHubRepository>]
  ) -> Placed<ResolvedRepository>? {
    guard let element = single(elements, "GitHubRepository", in: environment.name)
    else { return nil }
    let name = element.value.name
    if let parts = name.wholeMatch(of: patterns.repositoryWithIDs) {
      report(
        "invalid-value", at: element.location, "\"\(name)\" has the IDs in the name",
        fix: .write(
          "GitHubRepository(\(swiftLiteral("\(parts.1)/\(parts.3)")), ownerID: \(parts.2), "
            + "repositoryID: \(parts.4))", at: element.location))
    } else if name.wholeMatch(of: patterns.repository) == nil {
      report(
        "invalid-value", at: element.location, "\"\(name)\" is no repository of GitHub",
        fix: "write its owner and name, such as `GitHubRepository(\"example/cells\")`")
    }
    if let ids = element.value.ids, min(ids.owner, ids.repository) < 1 {
      report(
        "invalid-value", at: element.location,
        "the IDs \(ids.owner) and \(ids.repository) are none of GitHub's; they are 1 or more",
        fix: "write what `gh api repos/\(name) --jq '.owner.id, .id'` prints")
    }
    return element.map(\.resolved)
  }
}

extension GitHubRepository {
  fileprivate var resolved: ResolvedRepository {
    ResolvedRepository(
      name: name, subjectPrefix: "repo:\(subject):", hasIDs: ids != nil,
      runners: runners)
  }

  /// A name without a slash has been reported.
  private var subject: String {
    guard let ids, let slash = name.firstIndex(of: "/") else { return name }
    let repository = name[name.index(after: slash)...]
    return "\(name[..<slash])@\(ids.owner)/\(repository)@\(ids.repository)"
  }
}
