import Testing

@testable import YAMLDocument

@Suite struct LibYAMLEmitterTests {
  @Test func `says in its own words what it refuses`() throws {
    let emitter = try LibYAMLEmitter()
    try emitter.startDocument()
    let problem = "expected SCALAR, SEQUENCE-START, MAPPING-START, or ALIAS"
    #expect(throws: YAMLFailure.emitter(problem: problem)) { try emitter.endSequence() }
    #expect(YAMLFailure.emitter(problem: "expected X").description == "libyaml: expected X")
  }

  @Test func `can be dropped in the middle of a document`() throws {
    for _ in 0..<1000 {
      let emitter = try LibYAMLEmitter()
      try emitter.startDocument()
      try emitter.startMapping()
      try emitter.scalar("key", as: .key)
      try emitter.startSequence()
    }
  }
}
