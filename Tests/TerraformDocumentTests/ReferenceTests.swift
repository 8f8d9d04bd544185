import SourceLocations
import TerraformDocument
import Testing

/// References wherever they hide, and what is said of those that lead nowhere.
@Suite struct ReferenceTests {
  @Test func `a declaration's references are found in every value, key and meta argument`() {
    func reference(_ name: String) -> TerraformReference {
      TerraformReference(TerraformAddress(.local, name: name), in: .cell)
    }
    func expression(_ name: String) -> TerraformJSON {
      .expression(.init(template: "${local.\(name)}", references: [reference(name)]))
    }
    let declaration = TerraformDeclaration(
      Resource(Queue.self, "q", meta: MetaArguments(dependsOn: [reference("depends-on")])) {
        $0.body = [
          "plain": expression("plain"),
          "list": [1, [expression("in-list")]],
          "object": ["deep": ["er": expression("in-object")]],
          "policy": .templatedObject([
            TerraformExpression(template: "${local.key}", references: [reference("key")]):
              expression("under-key")
          ]),
          "twice": [expression("plain")],
          "none": [.null, true, 2, .number(0.5), "${local.literal}"],
        ]
      }, because: "a test", at: line(1))
    #expect(
      declaration.references.map(\.address.name)
        == ["depends-on", "in-list", "in-object", "key", "plain", "under-key"])
  }

  @Test func `roots whose references are all at home have nothing to say`() {
    var network = TerraformComponent("network", of: .cell, owner: "cell-use1-01")
    let orders = network.add(Resource(Queue.self, "orders") { _ in }, at: line(1))
    var outputs = TerraformComponent("outputs", of: .cell, owner: "cell-use1-01")
    let local: Argument<String> = outputs.local("arn", orders.arn.json, at: line(2))
    outputs.output("arn", local, description: "ARN", at: line(3))
    let text = TerraformReference(orders.reference.address)
    outputs.output(
      "url", text.attribute("url") as Argument<String>, description: "URL", at: line(4))
    #expect(referenceDiagnostics(in: [.sample(.cell, [network, outputs])]) == [])
  }

  @Test func `an address claimed twice is refused, and both owners are named`() {
    var network = TerraformComponent("network", of: .cell, owner: "cell-use1-01")
    network.add(Resource(Queue.self, "orders") { _ in }, at: line(4))
    var extensions = TerraformComponent("extensions", of: .cell, owner: "cell-use1-01")
    extensions.add(Resource(Queue.self, "orders") { _ in }, at: line(9))
    #expect(
      texts(of: [.sample(.cell, [network, extensions])]) == [
        """
        Fleet.swift:9:3: error: production/terraform/cells/cell-use1-01 already has \
        aws_sqs_queue.orders [duplicate-address]
          note: Fleet.swift:4:3: the first aws_sqs_queue.orders comes from here
          fix: give it another name, or change the first with Amend
        """
      ])
  }

  @Test func `local values and outputs are claimed once too`() {
    var first = TerraformComponent("first", of: .global, owner: "global")
    let _: Argument<String> = first.local("policy", "a", at: line(1))
    first.output("zone", Argument<String>("a"), description: "a", at: line(2))
    var second = TerraformComponent("second", of: .global, owner: "global")
    let _: Argument<String> = second.local("policy", "b", at: line(3))
    second.output("zone", Argument<String>("b"), description: "b", at: line(4))
    #expect(
      texts(of: [.sample(.global, [first, second])]) == [
        """
        Fleet.swift:3:3: error: production/terraform/global already has local.policy [duplicate-address]
          note: Fleet.swift:1:3: the first local.policy comes from here
          fix: give it another name
        """,
        """
        Fleet.swift:4:3: error: production/terraform/global already has output zone [duplicate-address]
          note: Fleet.swift:2:3: the first output zone comes from here
          fix: give it another name
        """,
      ])
  }

  @Test func `a reference to nothing is refused, with the nearest name and its place`() {
    var part = TerraformComponent("part", of: .cell, owner: "cell-use1-01")
    part.add(Resource(Queue.self, "orders") { _ in }, at: line(2))
    let mistyped = TerraformReference(
      TerraformAddress(.resource, type: "aws_sqs_queue", name: "order"))
    part.add(Resource(Queue.self, "copy") { $0.name = mistyped.attribute("name") }, at: line(5))
    #expect(
      texts(of: [.sample(.cell, [part])]) == [
        """
        Fleet.swift:5:3: error: aws_sqs_queue.copy in production/terraform/cells/cell-use1-01 \
        refers to aws_sqs_queue.order, which does not exist [dangling-reference]
          note: Fleet.swift:2:3: aws_sqs_queue.orders comes from here
          fix: write aws_sqs_queue.orders
        """
      ])
  }

  @Test func `a reference to nothing like anything is refused without a suggestion`() {
    var part = TerraformComponent("part", of: .cell, owner: "cell-use1-01")
    let nothing = TerraformReference(TerraformAddress(.data, type: "aws_x", name: "y"), in: .cell)
    let _: Argument<String> = part.local(
      "a", (nothing.attribute("b") as Argument<String>).json, at: line(5))
    part.output(
      "o", nothing.attribute("c") as Argument<String>, description: "o", at: line(6))
    part.add(
      Resource(Queue.self, "q", meta: MetaArguments(dependsOn: [nothing])) { _ in }, at: line(7))
    #expect(
      texts(of: [.sample(.cell, [part])]) == [
        """
        Fleet.swift:5:3: error: local.a in production/terraform/cells/cell-use1-01 refers to \
        data.aws_x.y, which does not exist [dangling-reference]
          fix: add data.aws_x.y, or refer to a block of this root
        """,
        """
        Fleet.swift:6:3: error: output o in production/terraform/cells/cell-use1-01 refers to \
        data.aws_x.y, which does not exist [dangling-reference]
          fix: add data.aws_x.y, or refer to a block of this root
        """,
        """
        Fleet.swift:7:3: error: aws_sqs_queue.q in production/terraform/cells/cell-use1-01 refers \
        to data.aws_x.y, which does not exist [dangling-reference]
          fix: add data.aws_x.y, or refer to a block of this root
        """,
      ])
  }

  @Test func `a reference that strayed into another root is refused, though both have the address`()
  {
    var shared = TerraformComponent("data", of: .global, owner: "global")
    let theirs = shared.add(Resource(Queue.self, "main") { _ in }, at: line(3))
    var part = TerraformComponent("part", of: .cell, owner: "cell-use1-01")
    part.add(Resource(Queue.self, "main") { _ in }, at: line(7))
    part.add(Resource(Queue.self, "copy") { $0.name = theirs.url }, at: line(8))
    let expected = [
      """
      Fleet.swift:8:3: error: aws_sqs_queue.copy in production/terraform/cells/cell-use1-01 refers \
      to aws_sqs_queue.main, which production/terraform/global owns [cross-root-reference]
        note: Fleet.swift:3:3: aws_sqs_queue.main comes from here
        fix: publish the value from global as an SSM parameter and read it here
      """
    ]
    let (global, cell) = (
      TerraformRoot.sample(.global, [shared]), TerraformRoot.sample(.cell, [part])
    )
    #expect(texts(of: [global, cell]) == expected)
    #expect(texts(of: [cell, global]) == expected)
  }

  @Test func `a reference written as text finds its owner in the same environment only`() {
    var shared = TerraformComponent("data", of: .global, owner: "global")
    shared.add(Resource(Queue.self, "theirs") { _ in }, at: line(3))
    var other = TerraformComponent("data", of: .staging, owner: "global")
    other.add(Resource(Queue.self, "elsewhere") { _ in }, at: line(4))
    var part = TerraformComponent("part", of: .cell, owner: "cell-use1-01")
    func text(_ name: String) -> Argument<String> {
      TerraformReference(TerraformAddress(.resource, type: "aws_sqs_queue", name: name))
        .attribute("url")
    }
    part.add(Resource(Queue.self, "a") { $0.name = text("theirs") }, at: line(8))
    part.add(Resource(Queue.self, "b") { $0.name = text("elsewhere") }, at: line(9))
    #expect(
      texts(of: [
        .sample(.global, [shared]), .sample(.staging, [other]), .sample(.cell, [part]),
      ]) == [
        """
        Fleet.swift:8:3: error: aws_sqs_queue.a in production/terraform/cells/cell-use1-01 refers \
        to aws_sqs_queue.theirs, which production/terraform/global owns [cross-root-reference]
          note: Fleet.swift:3:3: aws_sqs_queue.theirs comes from here
          fix: publish the value from global as an SSM parameter and read it here
        """,
        """
        Fleet.swift:9:3: error: aws_sqs_queue.b in production/terraform/cells/cell-use1-01 refers \
        to aws_sqs_queue.elsewhere, which does not exist [dangling-reference]
          fix: add aws_sqs_queue.elsewhere, or refer to a block of this root
        """,
      ])
  }

  @Test func `a reference minted for a root that has no such block is not mended by a namesake`() {
    var part = TerraformComponent("part", of: .cell, owner: "cell-use1-01")
    part.add(Resource(Queue.self, "main") { _ in }, at: line(7))
    let stray = TerraformReference(
      TerraformAddress(.resource, type: "aws_sqs_queue", name: "main"), in: .global)
    part.add(Resource(Queue.self, "copy") { $0.name = stray.attribute("url") }, at: line(8))
    #expect(
      texts(of: [.sample(.cell, [part]), .sample(.global, [])]) == [
        """
        Fleet.swift:8:3: error: aws_sqs_queue.copy in production/terraform/cells/cell-use1-01 refers \
        to aws_sqs_queue.main of production/terraform/global, which does not exist [dangling-reference]
          fix: refer to a block of production/terraform/cells/cell-use1-01
        """
      ])
  }
}

private func texts(of roots: [TerraformRoot]) -> [String] {
  referenceDiagnostics(in: roots).sorted().map { $0.text(relativeTo: "/home/me/cells") }
}
