/// The candidate nearest to what was written, if one is near enough to be meant.
///
/// Near enough is a Levenshtein distance of at most a third of the word: at least 1, at most 4.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let limit = min(4, max(1, word.count / 3))
  let ranked = candidates.map { (editDistance(word, $0), $0) }.filter { $0.0 <= limit }
  return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
}

/// What to tell somebody who wrote a name that nothing has: `did you mean small?`, or, where no name is
/// near, `the shapes are large, small`.
///
/// - Parameter plural: what the names are: `shapes`.
public func spellingAdvice(
  for name: String, among names: [String], called plural: String
) -> String {
  nearest(to: name, among: names).map { "did you mean \($0)?" }
    ?? "the \(plural) are \(names.joined(separator: ", "))"
}

/// Levenshtein distance over characters.
private func editDistance(_ left: String, _ right: String) -> Int {
  let target = Array(right)
  var row = Array(0...target.count)
  for (i, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in target.indices {
      let substitution = diagonal + (character == target[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[target.count]
}
