import Testing

/// What the compiler says of mistakes that are no misplaced element.
@Suite struct OtherMistakeTests {
  @Test func `what is no element at all is answered with those that the block takes`() async throws
  {
    let advice = [
      (
        SampleBlock.fleet,
        "this is no environment: write Environment(…) { … } here, and repeat with `for`"
      ),
      (
        .environment,
        """
        this is no part of an environment: write Release, GlobalDatabase, GlobalTable, \
        HostedZone, Routing, OnCall, AccessEntry, GitHubRepository, EachCell, Cell or Extend \
        here, and repeat with `for`
        """
      ),
      (
        .cell,
        """
        this is no part of a cell: write VPC, EKS, CellDatabase, WAF, Observability, Release or \
        Extend here, and repeat with `for`; a whole shape is named in Cell(…, shape: …)
        """
      ),
      (
        .cluster,
        """
        this is no part of a cluster: write NodeGroup, Karpenter, Fargate or Run here, and repeat \
        with `for`
        """
      ),
      (
        .cellExtension,
        "this is no part of an extension: write Resource or Amend here, and repeat with `for`"
      ),
    ]
    var lines: [String] = []
    for (block, advice) in advice {
      let mistakes = ["shape", "Fleet {}", "[Release(\"1\")]", "\"text\"", "print(1)"]
      for (index, mistake) in mistakes.enumerated() {
        lines += block.function(
          "\(block)\(index)", holding: ["  \(mistake)  // advice: \(advice)"])
      }
    }
    try await AnnotatedSource(lines).check()
  }

  @Test func `a mistyped reference in an extension is blamed at its own place`() async throws {
    try await AnnotatedSource(
      """
      let inCell = CellShape {
        Extend { cell in
          Resource(Bucket.self, "a") { $0.bucket = cell.vpcID }
          Resource(Bucket.self, "b") {
            $0.bucket = cell.vpcId  // error: value of type 'CellReferences' has no member 'vpcId'
          }
        }
      }
      let inEnvironment = Environment("e", account: "1", domain: "d", home: .usEast1) {
        Extend { root in
          Resource(Bucket.self, "a") {
            $0.bucket = root.zone  // error: value of type 'GlobalReferences' has no member 'zone'
          }
        }
      }
      """
    ).check()
  }

  @Test func `a mistyped argument in an extension is blamed at its own place`() async throws {
    try await AnnotatedSource(
      """
      let inCell = CellShape {
        Extend { cell in
          Resource(Bucket.self, "b") {
            $0.buckets = cell.vpcID  // error: value of type 'Bucket' has no member 'buckets'
          }
        }
      }
      """
    ).check()
  }

  /// The compiler solves types before it looks at what is unavailable, so the other mistake comes
  /// first; what matters is that it stands on its own line and is not lost in the misplaced one.
  @Test func `beside another mistake, that one is told first and the advice after it is mended`()
    async throws
  {
    try await AnnotatedSource(
      """
      let cluster = EKS {
        VPC()
        Run(.apj)  // error: type 'ServiceName' has no member 'apj'
      }
      """
    ).check()
  }

  @Test func `a forgotten or unknown argument is blamed at the element`() async throws {
    try await AnnotatedSource(
      """
      let environment = Environment("e", account: "1", domain: "d", home: .usEast1) {
        GlobalTable(.stories)
        Cell("c", in: .usEast1, shape: shape)  // error: missing argument for parameter 'role' in \
      call
      }
      let region = Environment("e", account: "1", domain: "d", home: .usEast1) {
        Cell("c", in: .usEast9, role: .primary, shape: shape)  // error: type 'Region' has no \
      member 'usEast9'
      }
      """
    ).check()
  }

  @Test func `a range of two literals is a count, and one for a loop is still a range`()
    async throws
  {
    try await AnnotatedSource(
      """
      let cluster = EKS {
        for size in 1...2 { NodeGroup(.t3Large, count: 6...2, named: "group-\\(size)") }
      }
      let range = 1...2
      let numbers = range.map { $0 + 1 }
      """
    ).check()
  }
}
