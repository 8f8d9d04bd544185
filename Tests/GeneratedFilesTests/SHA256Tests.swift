import GeneratedFiles
import Testing

// Source: NIST, "Cryptographic Standards and Guidelines", example values for SHA-256 (FIPS 180-4).
@Test(arguments: [
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
  (
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
      + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
  ),
])
func `hashes the standard's examples`(message: String, digest: String) {
  #expect(SHA256.hexDigest(of: Array(message.utf8)) == digest)
  var plain = SHA256(usingInstructions: false)
  Array(message.utf8).withUnsafeBytes { plain.update($0) }
  #expect(plain.hexDigest() == digest)
}

@Test func `hashes the standard's million letters, in parts of any length`() {
  let part = [UInt8](repeating: UInt8(ascii: "a"), count: 999)
  var hash = SHA256()
  var rest = 1_000_000
  var length = 1
  while rest > 0 {
    let count = min(rest, length)
    part.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    rest -= count
    length = length * 7 % 997 + 1
  }
  #expect(
    hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
}

// Lengths around the padding's edges; reference values from OpenSSL.
@Test(arguments: [
  (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
  (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
  (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
  (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
  (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
  (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  (128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
])
func `pads messages that end at a block's edge`(count: Int, digest: String) {
  #expect(SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: count)) == digest)
}

@Test func `hashes without the processor's instructions as with them`() {
  for count in [0, 1, 63, 64, 65, 1000, 4096] {
    let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 131 + 7) }
    var plain = SHA256(usingInstructions: false)
    message.withUnsafeBytes { plain.update($0) }
    #expect(plain.hexDigest() == SHA256.hexDigest(of: message))
  }
}
