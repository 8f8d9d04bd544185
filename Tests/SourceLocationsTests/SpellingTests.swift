import SourceLocations
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("aws_vcp.main", "aws_vpc.main"),
    ("aws_vpc.mian", "aws_vpc.main"),
    ("aws_subnet.privat_0", "aws_subnet.private_0"),
    ("aws_eks_cluster.main", "aws_eks_cluster.this"),
    ("x", "y"),
  ])
  func `finds the word that was meant`(written: String, meant: String) {
    #expect(nearest(to: written, among: ["nothing-alike-at-all", meant]) == meant)
  }

  @Test(arguments: [
    ("aws_vpc.main", "aws_sns_topic.main"),
    ("vpc", "eks"),
    ("a-very-long-name-of-something", "a-very-long-name-of-everythings"),
    ("ab", "yz"),
  ])
  func `suggests nothing where nothing is near enough`(written: String, other: String) {
    #expect(nearest(to: written, among: [other]) == nil)
  }

  @Test func `takes the nearest of several, and the first by name of equally near ones`() {
    #expect(nearest(to: "deliverys", among: ["delivers", "deliveries", "delivery"]) == "delivers")
    #expect(nearest(to: "role-c", among: ["role-b", "role-a"]) == "role-a")
    #expect(nearest(to: "role", among: []) == nil)
  }

  @Test func `counts characters, not bytes`() {
    #expect(nearest(to: "état", among: ["etat"]) == "etat")
    #expect(nearest(to: "", among: ["a"]) == "a")
  }

  @Test func `asks for the near name, or tells them all`() {
    let shapes = ["large", "small"]
    #expect(spellingAdvice(for: "smal", among: shapes, called: "shapes") == "did you mean small?")
    #expect(
      spellingAdvice(for: "medium", among: shapes, called: "shapes")
        == "the shapes are large, small")
  }
}
