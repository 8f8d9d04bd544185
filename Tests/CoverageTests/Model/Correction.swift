/// Something that the overview has otherwise than AWS lets it be, or than it would work.
struct Correction: Sendable {
  let says: String
  let built: String
  let why: String
  /// Names of tests that say so, as they stand in `Tests/`.
  let tests: [String]

  init(_ says: String, built: String, why: String, tests: String...) {
    self.says = says
    self.built = built
    self.why = why
    self.tests = tests
  }
}
