import CellPrimitives
import Foundation
import Testing

struct ClassTests {
  @Test(arguments: [
    "t3.medium", "m7i-flex.2xlarge", "u-6tb1.metal", "c7gn.16xlarge", "m7i.metal-24xl", "a1.large",
  ])
  func `reads instance types of every form`(name: String) throws {
    #expect(try #require(InstanceType(name)).description == name)
  }

  @Test(arguments: [
    "", "t3", "t3.", ".medium", "t3.medium.large", "T3.medium", "t3.huge", "t3.0xlarge",
    "t3.1xlarge", "t3.02xlarge", "medium.t3", "t.medium", "3t.medium", "m7i-.large", "t3.metal-xl",
  ])
  func `refuses what is not a family and a size`(name: String) {
    #expect(InstanceType(name) == nil)
    #expect(DatabaseInstanceClass("db.\(name)") == nil)
  }

  @Test func `a g behind the generation means Arm`() throws {
    for name in ["t4g.medium", "m7g.large", "c7gn.large", "a1.large", "im4gn.large", "x2gd.large"] {
      #expect(try #require(InstanceType(name)).architecture == .arm64)
    }
    for name in ["t3.medium", "g5.xlarge", "m7i-flex.large", "u7in-16tb.224xlarge", "g6.xlarge"] {
      #expect(try #require(InstanceType(name)).architecture == .amd64)
    }
    #expect(try #require(InstanceType("g5g.xlarge")).architecture == .arm64)
  }

  @Test func `the common instance types are what their names say`() {
    let types: [(InstanceType, String)] = [
      (.t3Medium, "t3.medium"), (.t3Large, "t3.large"), (.t3XLarge, "t3.xlarge"),
      (.t3aMedium, "t3a.medium"), (.t3aLarge, "t3a.large"), (.t4gMedium, "t4g.medium"),
      (.t4gLarge, "t4g.large"), (.m5Large, "m5.large"), (.m5XLarge, "m5.xlarge"),
      (.m6iLarge, "m6i.large"), (.m6iXLarge, "m6i.xlarge"), (.m6gLarge, "m6g.large"),
      (.m7gLarge, "m7g.large"), (.m7iLarge, "m7i.large"), (.c6iLarge, "c6i.large"),
      (.c6gLarge, "c6g.large"), (.c7gLarge, "c7g.large"), (.r6gLarge, "r6g.large"),
      (.r6iLarge, "r6i.large"),
    ]
    for (type, name) in types { #expect(InstanceType(name) == type && type.name == name) }
    #expect(InstanceType.t3Medium.family == "t3" && InstanceType.t3Medium.size == "medium")
    #expect(InstanceType.t4gLarge.isBurstable && !InstanceType.m5Large.isBurstable)
  }

  @Test func `the common database classes are what their names say`() {
    let classes: [(DatabaseInstanceClass, String)] = [
      (.t4gMedium, "db.t4g.medium"), (.t4gLarge, "db.t4g.large"), (.t3Medium, "db.t3.medium"),
      (.r5Large, "db.r5.large"), (.r6gLarge, "db.r6g.large"), (.r6gXLarge, "db.r6g.xlarge"),
      (.r6g2XLarge, "db.r6g.2xlarge"), (.r6iLarge, "db.r6i.large"), (.r7gLarge, "db.r7g.large"),
      (.r7gXLarge, "db.r7g.xlarge"), (.r8gLarge, "db.r8g.large"), (.serverless, "db.serverless"),
    ]
    for (value, name) in classes {
      #expect(DatabaseInstanceClass(name) == value && value.name == name)
    }
    #expect(DatabaseInstanceClass("r6g.large") == nil && DatabaseInstanceClass("db.") == nil)
  }

  @Test func `a database class is burstable, memory-optimised or neither`() throws {
    #expect(DatabaseInstanceClass.t4gMedium.isBurstable)
    #expect(!DatabaseInstanceClass.t4gMedium.isMemoryOptimised)
    #expect(DatabaseInstanceClass.r6gLarge.isMemoryOptimised)
    #expect(!DatabaseInstanceClass.r6gLarge.isBurstable)
    #expect(DatabaseInstanceClass.r6gLarge.generation == 6)
    let general = try #require(DatabaseInstanceClass("db.m5.large"))
    #expect(!general.isBurstable && !general.isMemoryOptimised)
    #expect(!DatabaseInstanceClass.serverless.isMemoryOptimised)
    #expect(DatabaseInstanceClass.serverless.family == "serverless")
    #expect(DatabaseInstanceClass.serverless.generation == nil)
  }

  @Test func `each class with a name in Swift knows it`() throws {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CellPrimitives/DatabaseInstanceClass.swift")
    let constants = try String(contentsOf: source.standardizedFileURL, encoding: .utf8)
      .matches(of: /public static let (\w+) = DatabaseInstanceClass\((?:"(\w+)", "(\w+)")?/)
    #expect(constants.count > 10)
    for constant in constants {
      let name = constant.2.map { "db.\($0).\(constant.3 ?? "")" } ?? "db.serverless"
      #expect(try #require(DatabaseInstanceClass(name)).swiftName == String(constant.1))
    }
    #expect(DatabaseInstanceClass("db.r8gd.48xlarge")?.swiftName == nil)
  }
}
