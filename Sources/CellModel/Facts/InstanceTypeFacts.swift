public import CellPrimitives

/// Which EC2 instance types there are, where, and how many pods they take.
///
/// Types for general use from the fourth generation on; those with accelerators and bare metal are
/// left out, because nothing of ours runs there.
public enum InstanceTypeFacts {
  /// How many addresses a machine may take from its subnet, and who knows the type.
  public struct Networking: Sendable, Hashable {
    /// The most network interfaces.
    public let interfaces: Int
    /// The most IPv4 addresses of one interface.
    public let addressesPerInterface: Int

    /// The most addresses of the machine, its own among them.
    public var addresses: Int { interfaces * addressesPerInterface }
    /// The most pods: an interface's first address is the machine's, and two pods of the cluster use
    /// that one. Source: the formula in awslabs/amazon-eks-ami, `nodeadm/internal/kubelet`, 2026-07-01.
    public var pods: Int { interfaces * (addressesPerInterface - 1) + 2 }
  }

  /// A family of types.
  struct Family: Sendable, Hashable {
    let name: String
    var sizes: [String: Networking] = [:]
    /// Sizes that a region lacks.
    var missing: [Region: Set<String>] = [:]
  }

  /// The families by name.
  static let families = Fact<[String: Family]>(
    Dictionary(uniqueKeysWithValues: parsed(table).map { ($0.name, $0) }),
    source: "cfn-lint 1.58.0 (2026-10-20), instance types of AWS::EC2::Instance by region; "
      + "awslabs/amazon-eks-ami 4d63a3bc (2026-07-01), nodeadm/internal/kubelet/instance-info.jsonl, "
      + "for interfaces and addresses",
    date: FactDate(2026, 11, 26), note: "which zones of a region have a type is known to AWS alone")

  /// What is known of a type; nil for one that is not in the table.
  public static func networking(of type: InstanceType) -> Networking? {
    families.value[type.family]?.sizes[type.size]
  }

  /// Whether a type of the table can be had in a region.
  public static func isOffered(_ type: InstanceType, in region: Region) -> Bool {
    guard let family = families.value[type.family], family.sizes[type.size] != nil else {
      return false
    }
    return family.missing[region]?.contains(type.size) != true
  }

  private static func parsed(_ text: String) -> [Family] {
    lines(of: text).reduce(into: []) { families, line in
      guard let first = line.words.first else { return }
      guard line.isBelowFamily else {
        families.append(Family(name: first, sizes: sizes(line.words.dropFirst())))
        return
      }
      let index = families.count - 1
      if first == "none" {
        for region in line.words.dropFirst().compactMap(Region.init) {
          families[index].missing[region] = Set(families[index].sizes.keys)
        }
      } else if let region = Region(rawValue: first) {
        families[index].missing[region] = Set(line.words.dropFirst())
      }
    }
  }

  /// The lines of the table; one that begins with `+` goes on with the one above.
  private static func lines(of text: String) -> [(isBelowFamily: Bool, words: [String])] {
    let space = UInt8(ascii: " ")
    // By bytes: whoever generates anything waits for this.
    return text.utf8.split(separator: UInt8(ascii: "\n")).reduce(into: []) { lines, line in
      let words = line.split(separator: space).map { String(Substring($0)) }
      if words.first == "+", !lines.isEmpty {
        lines[lines.count - 1].words += words.dropFirst()
      } else {
        lines.append((line.first == space, words))
      }
    }
  }

  /// `large:3x10`: three interfaces of ten addresses.
  private static func sizes(_ words: ArraySlice<String>) -> [String: Networking] {
    words.reduce(into: [:]) { sizes, word in
      guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
      let numbers = word.utf8[colon...].dropFirst().split(separator: UInt8(ascii: "x"))
        .compactMap { Int(Substring($0)) }
      guard numbers.count == 2 else { return }
      sizes[String(word[..<colon])] = Networking(
        interfaces: numbers[0], addressesPerInterface: numbers[1])
    }
  }
}
