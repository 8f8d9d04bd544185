import CellPrimitives
import Testing

struct VersionTests {
  @Test func `Kubernetes versions compare as numbers`() throws {
    let version = try KubernetesVersion(parsing: "1.35")
    #expect(version == KubernetesVersion(major: 1, minor: 35) && "\(version)" == "1.35")
    #expect(try KubernetesVersion(parsing: "1.9") < KubernetesVersion(parsing: "1.10"))
    #expect(try KubernetesVersion(parsing: "1.35") < KubernetesVersion(parsing: "2.0"))
  }

  @Test func `says how EKS names a version`() {
    #expect(kubernetes("v1.35") == "\"v1.35\" is not how EKS names a version; write \"1.35\"")
    #expect(kubernetes("1.35.2") == "\"1.35.2\" is not how EKS names a version; write \"1.35\"")
    for text in ["", "1", "1.", "latest", "1.035", "1.-3"] {
      #expect(
        kubernetes(text)
          == "\"\(text)\" is not a Kubernetes version; write major and minor, such as \"1.35\"")
    }
  }

  @Test func `engine versions compare as numbers`() throws {
    let versions = try ["16.10", "16.9.1", "16.9", "15.13"].map { try EngineVersion(parsing: $0) }
    #expect(versions.sorted().map(\.description) == ["15.13", "16.9", "16.9.1", "16.10"])
    #expect(try EngineVersion(parsing: "16.8") == EngineVersion(major: 16, minor: 8))
    #expect(try EngineVersion(parsing: "16.8.1").patch == 1)
  }

  @Test func `says what an engine version lacks`() {
    #expect(
      engine("16")
        == "the engine version \"16\" has no minor; write major and minor, such as \"16.8\"")
    #expect(
      engine("16.8.1.2")
        == "the engine version \"16.8.1.2\" has too many numbers; "
        + "write major and minor, such as \"16.8\""
    )
    #expect(
      engine("16.x")
        == "the engine version \"16.x\" has \"x\" where a number belongs; "
        + "write numbers and dots, such as \"16.8\""
    )
    #expect(
      engine("16.08")
        == "the engine version \"16.08\" has \"08\" where a number belongs; "
        + "write numbers and dots, such as \"16.8\""
    )
    #expect(
      engine("")
        == "the engine version \"\" has \"\" where a number belongs; "
        + "write numbers and dots, such as \"16.8\""
    )
  }

  private func kubernetes(_ text: String) -> String? {
    do throws(KubernetesVersion.Invalid) {
      _ = try KubernetesVersion(parsing: text)
      return nil
    } catch {
      return error.description
    }
  }

  private func engine(_ text: String) -> String? {
    do throws(EngineVersion.Invalid) {
      _ = try EngineVersion(parsing: text)
      return nil
    } catch {
      return error.description
    }
  }
}
