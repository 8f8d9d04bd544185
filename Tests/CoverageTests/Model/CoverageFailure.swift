/// Something that the overview asks for and `out/` does not have.
struct CoverageFailure: Hashable, Sendable, CustomStringConvertible {
  let place: OutPlace
  /// The file in `out/`, or the root where the block is in none.
  let file: String
  let address: String
  /// Empty where the whole block is missing.
  let argument: String
  let problem: String
  let wish: String
  /// Who asks for it.
  let reason: String

  var description: String {
    let what = argument.isEmpty ? address : "\(address): \(argument)"
    return "out/\(file): \(what) \(problem)\n  fix: \(wish); \(reason)"
  }
}

/// Everything that `rows` ask for and `tree` does not have, in the order of the rows; what several rows
/// ask for once, for the first of them.
func failures(of rows: [CoverageRow], in tree: OutTree) -> [CoverageFailure] {
  var seen: Set<String> = []
  return rows.flatMap { row in
    row.claims.flatMap { claim in failures(of: claim, in: tree, because: row.reason) }
  }.filter { seen.insert("\($0.place.path) \($0.address) \($0.argument) \($0.wish)").inserted }
}

/// What one claim asks for and `tree` does not have.
func failures(of claim: CoverageClaim, in tree: OutTree, because reason: String)
  -> [CoverageFailure]
{
  claim.places.flatMap { place -> [CoverageFailure] in
    let address = place.fill(claim.address)
    func failure(_ argument: ArgumentPath?, _ problem: String, _ wish: String) -> CoverageFailure {
      CoverageFailure(
        place: place, file: tree.roots[place.path]?.file(of: address) ?? place.path,
        address: address, argument: argument?.description ?? "", problem: problem, wish: wish,
        reason: reason)
    }
    guard let root = tree.roots[place.path] else {
      return [failure(nil, "is not there", "bring it back")]
    }
    guard root.locate(address) != nil || claim.wantsNothing else {
      return [failure(nil, "is not there", "bring it back")]
    }
    return claim.arguments.compactMap { argument in
      let text = place.fill(argument.path.description)
      let path = text == argument.path.description ? argument.path : ArgumentPath(text)
      let expectation = argument.expectation.filled(place.fill)
      let found = root.locate(address, path).compactMap { root.value[$0] }
      return expectation.problem(with: found).map { failure(path, $0, expectation.wish) }
    }
  }
}
