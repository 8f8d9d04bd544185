import CSHA256

/// The SHA-256 hash function, with the processor's own instructions where it has them.
///
/// Own code so that the generator doesn't link a cryptography library for one function that is not
/// security-critical here: it tells a hand-edited file from a generated one.
/// Source: NIST FIPS 180-4, sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2.
package struct SHA256 {
  private var state = State()
  /// What has come in and doesn't fill a block yet.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0
  private let usesInstructions: Bool
  private static let blockSize = 64

  /// Whether this processor has instructions for it.
  package static let hasInstructions = csha256_is_available()

  /// Starts with an empty message; `usingInstructions` only where there are some.
  package init(usingInstructions: Bool = hasInstructions) {
    usesInstructions = usingInstructions && Self.hasInstructions
  }

  /// Appends to the message.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(Self.blockSize - pending.count)
      pending.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      guard pending.count == Self.blockSize else { return }
      pending.withUnsafeBytes { absorb($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.prefix(rest.count - rest.count % Self.blockSize)
    absorb(UnsafeRawBufferPointer(rebasing: whole))
    pending.append(contentsOf: rest.dropFirst(whole.count))
  }

  /// Takes in whole blocks.
  private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    usesInstructions ? state.absorbWithInstructions(blocks) : state.absorb(blocks)
  }

  /// The hash of the message as 64 hexadecimal digits in lower case.
  package consuming func hexDigest() -> String {
    let bitCount = byteCount * 8
    let zeros = (Self.blockSize * 2 - 9 - pending.count) % Self.blockSize
    let padding = [0x80] + [UInt8](repeating: 0, count: zeros)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) }
    (padding + length).withUnsafeBytes { update($0) }
    return state.hexadecimal
  }

  /// The hash of `bytes` as 64 hexadecimal digits in lower case.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }
}

/// The eight words of the hash, and of each block on its way into it.
private struct State {
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  /// Takes in whole blocks of 64 bytes, on a processor that has instructions for it.
  mutating func absorbWithInstructions(_ blocks: UnsafeRawBufferPointer) {
    guard let start = blocks.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    var words = [a, b, c, d, e, f, g, h]
    csha256_absorb(&words, start, blocks.count / 64)
    (a, b, c, d) = (words[0], words[1], words[2], words[3])
    (e, f, g, h) = (words[4], words[5], words[6], words[7])
  }

  /// Takes in whole blocks of 64 bytes.
  mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    guard !blocks.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
      roundConstants.withUnsafeBufferPointer { constants in
        for offset in stride(from: 0, to: blocks.count, by: 64) {
          for t in 0..<16 {
            let word = blocks.loadUnaligned(fromByteOffset: offset &+ t &* 4, as: UInt32.self)
            schedule[t] = UInt32(bigEndian: word)
          }
          absorb(schedule, constants)
        }
      }
    }
  }

  /// Section 6.2.2 for one block, whose words are in `schedule`.
  ///
  /// Only the last 16 words of the message schedule are kept, because none looks further back
  /// (section 6.2.3 does the same).
  @inline(__always)
  private mutating func absorb(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var working = self
    working.sixteenRounds(from: 0, constants) { schedule[$0] }
    for t in stride(from: 16, to: 64, by: 16) {
      working.sixteenRounds(from: t, constants) { Self.advance(schedule, $0) }
    }
    a &+= working.a
    b &+= working.b
    c &+= working.c
    d &+= working.d
    e &+= working.e
    f &+= working.f
    g &+= working.g
    h &+= working.h
  }

  /// Rounds `t` to `t + 15`, written out so that no word has to be copied to its neighbour: eight
  /// rounds in a row bring every working word back to its own name.
  @inline(__always)
  private mutating func sixteenRounds(
    from t: Int, _ constants: UnsafeBufferPointer<UInt32>, _ word: (Int) -> UInt32
  ) {
    Self.round(a, b, c, &d, e, f, g, &h, word(0) &+ constants[t])
    Self.round(h, a, b, &c, d, e, f, &g, word(1) &+ constants[t &+ 1])
    Self.round(g, h, a, &b, c, d, e, &f, word(2) &+ constants[t &+ 2])
    Self.round(f, g, h, &a, b, c, d, &e, word(3) &+ constants[t &+ 3])
    Self.round(e, f, g, &h, a, b, c, &d, word(4) &+ constants[t &+ 4])
    Self.round(d, e, f, &g, h, a, b, &c, word(5) &+ constants[t &+ 5])
    Self.round(c, d, e, &f, g, h, a, &b, word(6) &+ constants[t &+ 6])
    Self.round(b, c, d, &e, f, g, h, &a, word(7) &+ constants[t &+ 7])
    Self.round(a, b, c, &d, e, f, g, &h, word(8) &+ constants[t &+ 8])
    Self.round(h, a, b, &c, d, e, f, &g, word(9) &+ constants[t &+ 9])
    Self.round(g, h, a, &b, c, d, e, &f, word(10) &+ constants[t &+ 10])
    Self.round(f, g, h, &a, b, c, d, &e, word(11) &+ constants[t &+ 11])
    Self.round(e, f, g, &h, a, b, c, &d, word(12) &+ constants[t &+ 12])
    Self.round(d, e, f, &g, h, a, b, &c, word(13) &+ constants[t &+ 13])
    Self.round(c, d, e, &f, g, h, a, &b, word(14) &+ constants[t &+ 14])
    Self.round(b, c, d, &e, f, g, h, &a, word(15) &+ constants[t &+ 15])
  }

  /// Replaces the schedule's word number `t` by the one that comes 16 later, and returns that.
  @inline(__always)
  private static func advance(_ schedule: UnsafeMutableBufferPointer<UInt32>, _ t: Int) -> UInt32 {
    let old = schedule[(t &+ 1) & 15]
    let recent = schedule[(t &+ 14) & 15]
    let sigma0 = rotated(old, by: 7) ^ rotated(old, by: 18) ^ (old &>> 3)
    let sigma1 = rotated(recent, by: 17) ^ rotated(recent, by: 19) ^ (recent &>> 10)
    let word = schedule[t] &+ sigma0 &+ schedule[(t &+ 9) & 15] &+ sigma1
    schedule[t] = word
    return word
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ scheduled: UInt32
  ) {
    let sum1 = rotated(e, by: 6) ^ rotated(e, by: 11) ^ rotated(e, by: 25)
    // The standard's functions with one operation fewer: (e & f) ^ (~e & g), and
    // (a & b) ^ (a & c) ^ (b & c).
    let choice = g ^ (e & (f ^ g))
    let first = h &+ sum1 &+ choice &+ scheduled
    let sum0 = rotated(a, by: 2) ^ rotated(a, by: 13) ^ rotated(a, by: 22)
    let majority = (a & b) ^ (c & (a ^ b))
    d &+= first
    h = first &+ sum0 &+ majority
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
  }

  /// The words as text, the first one first.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for word in [a, b, c, d, e, f, g, h] {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        text.append(digits[Int((word >> shift) & 0xf)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Section 4.2.2: the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
