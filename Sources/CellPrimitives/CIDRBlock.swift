/// A block of IPv4 addresses that begins where its prefix says: `10.0.0.0/16`.
public struct CIDRBlock: Sendable, Hashable {
  /// Why a text is not a block.
  public typealias Invalid = InvalidValue

  /// The first address, as the number that its four bytes spell in network order.
  public let address: UInt32
  /// How many leading bits all addresses share, 0 to 32.
  public let prefixLength: Int

  /// The block at `address`, which must have no bit set behind the prefix.
  private init(address: UInt32, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// `10.0.0.0/8`, the largest of the private blocks. Source: RFC 1918, section 3.
  public static let private10 = CIDRBlock(address: 0x0A00_0000, prefixLength: 8)
  /// `172.16.0.0/12`. Source: RFC 1918, section 3.
  public static let private172 = CIDRBlock(address: 0xAC10_0000, prefixLength: 12)
  /// `192.168.0.0/16`. Source: RFC 1918, section 3.
  public static let private192 = CIDRBlock(address: 0xC0A8_0000, prefixLength: 16)

  /// How many addresses the block holds, reserved ones included (AWS takes five of each subnet).
  public var addressCount: Int { 1 << (32 - prefixLength) }

  /// Whether the whole block is private in the sense of RFC 1918.
  public var isPrivate: Bool {
    [Self.private10, .private172, .private192].contains { $0.contains(self) }
  }

  /// Whether every address of `other` is in this block too.
  public func contains(_ other: CIDRBlock) -> Bool {
    prefixLength <= other.prefixLength
      && other.address & Self.mask(prefixLength: prefixLength) == address
  }

  /// Whether any address is in both blocks.
  public func overlaps(_ other: CIDRBlock) -> Bool { contains(other) || other.contains(self) }

  /// The block number `index`, from 0, when this one is cut into blocks of `prefixLength`.
  ///
  /// Nil where the wanted prefix is shorter than this one or longer than 32, or where there are no
  /// `index + 1` such blocks.
  public func subnet(prefixLength wanted: Int, index: Int) -> CIDRBlock? {
    guard (prefixLength...32).contains(wanted), (0..<(1 << (wanted - prefixLength))).contains(index)
    else { return nil }
    return CIDRBlock(address: address + UInt32(index << (32 - wanted)), prefixLength: wanted)
  }

  private static func mask(prefixLength: Int) -> UInt32 { UInt32.max << (32 - prefixLength) }
}

extension CIDRBlock {
  /// Reads `10.0.0.0/16`: four plain decimal numbers up to 255, a slash, a prefix up to 32.
  ///
  /// Throws where the text has another form, a number is out of range or has a leading zero, or
  /// bits are set behind the prefix; the message then names the network that the text lies in.
  public init(parsing text: some StringProtocol) throws(Invalid) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2 else {
      throw Invalid(
        halves.count == 1
          ? "\"\(text)\" has no prefix length" : "\"\(text)\" has more than one slash",
        fix: "write an address and a prefix length, such as \"10.0.0.0/16\"")
    }
    let address = try Self.address(halves[0], in: text)
    guard let length = Int(plainDecimal: halves[1]), length <= 32 else {
      throw Invalid(
        "\"\(text)\" has the prefix length \"\(halves[1])\"",
        fix: "write a number from 0 to 32 behind the slash, without leading zeros")
    }
    let network = CIDRBlock(
      address: address & Self.mask(prefixLength: length), prefixLength: length)
    guard network.address == address else {
      throw Invalid(
        "\(text) has host bits set; the network is \(network)", instead: "\(network)")
    }
    self = network
  }

  private static func address(
    _ text: some StringProtocol, in whole: some StringProtocol
  ) throws(Invalid) -> UInt32 {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else {
      throw Invalid(
        "\"\(whole)\" has \(parts.count) of the four numbers of an IPv4 address",
        fix: "write four numbers from 0 to 255, such as \"10.0.0.0/16\"")
    }
    var address: UInt32 = 0
    for part in parts {
      guard let byte = Int(plainDecimal: part), byte <= 255 else {
        throw Invalid(
          "\"\(whole)\" has \"\(part)\" where a number from 0 to 255 belongs",
          fix: "write four numbers from 0 to 255 without leading zeros, such as \"10.0.0.0/16\"")
      }
      address = address << 8 | UInt32(byte)
    }
    return address
  }
}

extension CIDRBlock: Comparable {
  /// By first address; of two blocks that begin alike the larger comes first.
  public static func < (left: CIDRBlock, right: CIDRBlock) -> Bool {
    (left.address, left.prefixLength) < (right.address, right.prefixLength)
  }
}

extension CIDRBlock: CustomStringConvertible {
  /// The form that AWS and Terraform take: `10.0.0.0/16`.
  public var description: String {
    let bytes = [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }
    return "\(bytes.joined(separator: "."))/\(prefixLength)"
  }
}
