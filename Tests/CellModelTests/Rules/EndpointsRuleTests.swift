import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct EndpointsRuleTests {
  private let line = #line + 4
  private func check(_ endpoints: Set<VPC.Endpoint>?) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        VPC(endpoints: endpoints)
      }
    }
  }

  @Test func `accepts the three endpoints for images, or S3 alone, or none`() {
    #expect(check(nil) == "")
    #expect(check([]) == "")
    #expect(check([.s3, .sqs]) == "")
    #expect(check([.images, .imageLayers, .s3, .kms]) == "")
    #expect(check(Set(VPC.Endpoint.allCases)) == "")
  }

  @Test func `refuses a way for images that is not there to the end`() {
    #expect(
      check([.images, .dynamoDB]) == """
        EndpointsRuleTests.swift:\(line):9: error: images come to cell-a by .images but not by \
        .imageLayers and .s3; they need all three [endpoints]
          fix: write `endpoints: [.dynamoDB, .imageLayers, .images, .s3]`
        """)
    #expect(check([.dynamoDB, .imageLayers, .images, .s3]) == "")
  }

  @Test(
    arguments: [
      ([VPC.Endpoint.images, .imageLayers], ".imageLayers and .images", ".s3"),
      ([.imageLayers, .s3], ".imageLayers and .s3", ".images"),
      ([.images, .s3], ".images and .s3", ".imageLayers"),
      ([.imageLayers], ".imageLayers", ".images and .s3"),
    ] as [([VPC.Endpoint], String, String)])
  func `says which of the three are missing`(
    endpoints: [VPC.Endpoint], present: String, missing: String
  ) {
    #expect(
      check(Set(endpoints)) == """
        EndpointsRuleTests.swift:\(line):9: error: images come to cell-a by \(present) but not by \
        \(missing); they need all three [endpoints]
          fix: write `endpoints: [.imageLayers, .images, .s3]`
        """)
  }

  @Test func `blames the layer that says which endpoints there are`() {
    let line = #line + 2
    let printed = diagnostics {
      EachCell { VPC(endpoints: [.images]) }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        VPC(natGateways: .one)
      }
    }
    #expect(
      printed == """
        EndpointsRuleTests.swift:\(line):18: error: images come to cell-a by .images but not by \
        .imageLayers and .s3; they need all three [endpoints]
          fix: write `endpoints: [.imageLayers, .images, .s3]`
        """)
  }
}
