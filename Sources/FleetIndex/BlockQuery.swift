import SourceLocations
public import TerraformDocument

/// What somebody asks for: a block's address, and if they say so its root.
///
/// `aws_vpc.main`; `global.aws_dynamodb_table.deliveries`; `production/cells/cell-use1-01` before an
/// address. A type or a name alone means every block that has it.
public struct BlockQuery: Sendable, Hashable {
  /// Why a query finds no single block.
  public enum Failure: Error, Hashable {
    /// There is none; what was probably meant, a sentence about it.
    case unknown(String, advice: String)
    /// There are several.
    case ambiguous([FleetBlock.ID])
  }

  /// Parts of a root's path, each of which must be one: environment, folder, cell.
  let rootWords: [String]
  /// The address, or a part of it.
  let address: String

  /// Reads words of a command line, the last of which ends with the address.
  public init(_ words: [String]) {
    let last = words.last ?? ""
    let cut = Self.startOfAddress(in: last)
    let roots = words.dropLast() + [String(last[..<cut])]
    rootWords = roots.flatMap { $0.split(whereSeparator: { $0 == "/" || $0 == "." }) }
      .map(String.init).filter { !["out", "terraform"].contains($0) }
    address = String(last[cut...])
  }

  /// Where the address begins: with `data.`, `ephemeral.`, `local.` or `output.`, or with the type in
  /// front of the last name.
  private static func startOfAddress(in word: String) -> String.Index {
    let afterFolder = word.lastIndex(of: "/").map { word.index(after: $0) } ?? word.startIndex
    let parts = word[afterFolder...].split(separator: ".", omittingEmptySubsequences: false)
    for kind in ["data", "ephemeral", "local", "output"] {
      if let part = parts.dropLast().first(where: { $0 == kind }) { return part.startIndex }
    }
    return parts.suffix(2).first?.startIndex ?? afterFolder
  }

  /// The block that is meant.
  public func block(in index: BlockIndex) throws(Failure) -> FleetBlock {
    let ids = index.blocks.map(\.id.root)
    let known = Set(ids.flatMap(\.words)).sorted()
    for word in rootWords where !known.contains(word) {
      let advice =
        nearest(to: word, among: known).map { "did you mean \($0)?" }
        ?? "they are \(Set(ids.map(\.shortName)).sorted().joined(separator: ", "))"
      throw .unknown("there is no environment, root or cell \(word)", advice: advice)
    }
    let roots = index.blocks.filter { block in
      rootWords.allSatisfy(block.id.root.words.contains)
    }
    guard !roots.isEmpty else {
      throw .unknown(
        "no root is \(rootWords.joined(separator: " and ")) at once",
        advice: "they are \(Set(ids.map(\.shortName)).sorted().joined(separator: ", "))")
    }
    let found = matches(among: roots)
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .ambiguous(found.map(\.id)) }
    throw unknown(among: roots, of: index)
  }

  /// Blocks of that address, or where there are none those of that type or name.
  private func matches(among blocks: [FleetBlock]) -> [FleetBlock] {
    let exact = blocks.filter { $0.id.name == address }
    if !exact.isEmpty { return exact }
    return blocks.filter { block in
      block.type == address || block.id.name.hasSuffix(".\(address)")
    }
  }

  private func unknown(among blocks: [FleetBlock], of index: BlockIndex) -> Failure {
    let scope = rootWords.isEmpty ? "" : " in \(rootWords.joined(separator: "/"))"
    let elsewhere = matches(among: index.blocks)
    let advice: String
    if let other = elsewhere.max(by: { shared(with: $0) < shared(with: $1) }) {
      advice = "there is one in \(other.id.root.shortName)"
    } else if let near = nearest(to: address, among: Set(blocks.map(\.id.name))) {
      advice = "did you mean \(near)?"
    } else if let near = nearest(to: address, among: Set(blocks.map(\.type))) {
      advice = "did you mean \(near)?"
    } else {
      advice = "its type is one of those in the root's files, such as aws_vpc.main"
    }
    return .unknown("there is no \(address)\(scope)", advice: advice)
  }
}

extension BlockQuery {
  /// How many of the words a block's root has.
  private func shared(with block: FleetBlock) -> Int {
    rootWords.count { block.id.root.words.contains($0) }
  }
}

extension TerraformRootPath {
  /// `production/cells/cell-use1-01`: what people write.
  public var shortName: String { "\(environment)/\(folder)" }

  fileprivate var words: [String] { [environment] + folder.split(separator: "/").map(String.init) }
}
