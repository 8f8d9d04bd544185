import Testing

/// What the real compiler says to somebody who writes an element where it does not belong.
@Suite struct MisplacedElementTests {
  @Test func `every element in every wrong block is answered with its advice, on its own line`()
    async throws
  {
    var lines: [String] = []
    for block in SampleBlock.allCases {
      for (index, element) in SampleElement.all.enumerated() {
        guard let advice = element.advice(in: block.builder) else { continue }
        lines += block.function(
          "wrong\(index)In_\(block)", holding: ["  \(element.code)  // advice: \(advice)"])
      }
    }
    #expect(lines.count { $0.contains("// advice: ") } == 151)
    try await AnnotatedSource(lines).check()
  }

  @Test func `every element in every right block compiles without a word`() async throws {
    var lines: [String] = []
    for block in SampleBlock.allCases {
      let elements = SampleElement.all.filter { $0.builders.contains(block.builder) }
      #expect(!elements.isEmpty, "\(block)")
      lines += block.function("rightIn_\(block)", holding: elements.map(\.code))
      lines += block.function(
        "controlFlowIn_\(block)",
        holding: elements.flatMap { element in
          [
            "for _ in 0..<2 {", element.code, "}",
            "if Bool.random() {", element.code, "} else {", element.code, "}",
            "switch Int.random(in: 0...1) {", "case 0: \(element.code)", "default:", element.code,
            "}",
          ]
        })
    }
    try await AnnotatedSource(lines).check()
  }

  @Test func `a misplaced element inside control flow is answered in place`() async throws {
    try await AnnotatedSource(
      """
      let inFor = CellShape {
        for _ in 0..<2 {
          GlobalTable(.deliveries)  // advice: cells share a GlobalTable: write it inside \
      Environment(…) { … }
        }
      }
      let inElse = EKS {
        if Bool.random() {
          Run(.api)
        } else {
          Routing(.latency)  // advice: routing spreads callers over cells: write it inside \
      Environment(…) { … }
        }
      }
      let inSwitch = EKS {
        switch Int.random(in: 0...1) {
        case 0: Run(.api)
        default:
          Cell("c", in: .usEast1, role: .primary, shape: shape)  // advice: a cell belongs to an \
      environment: write it inside Environment(…) { … }
        }
      }
      """
    ).check()
  }

  @Test func `several misplaced elements are answered each, also inside each other`() async throws {
    try await AnnotatedSource(
      """
      let cluster = EKS {
        Release("1")  // advice: a release holds for an environment or a cell: write it inside \
      Environment(…) { … } or Cell(…) { … }
        Run(.api)
        GlobalTable(.stories)  // advice: cells share a GlobalTable: write it inside \
      Environment(…) { … }
      }
      let fleet = Fleet {
        EachCell {  // advice: EachCell speaks for the cells of an environment: write it inside \
      Environment(…) { … }
          NodeGroup(.t3Large)  // advice: machines join a cluster: write NodeGroup inside EKS { … }
        }
      }
      """
    ).check()
  }

  @Test func `an extension that uses no reference is answered too`() async throws {
    try await AnnotatedSource(
      """
      let cluster = EKS {
        Extend { _ in }  // advice: a root is extended, the cell's or the global one: write Extend \
      inside Cell(…) { … }, CellShape { … } or Environment(…) { … }
      }
      let fleet = Fleet {
        Extend { _ in }  // advice: a root is extended, the cell's or the global one: write Extend \
      inside Cell(…) { … }, CellShape { … } or Environment(…) { … }
      }
      let nested = CellShape {
        Extend { _ in
          Extend { _ in }  // advice: extensions don't nest: write the resource itself here
        }
      }
      """
    ).check()
  }
}
