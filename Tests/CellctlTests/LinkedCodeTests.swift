#if os(Linux)
  import Commands
  import Foundation
  import Testing

  /// `cellctl` is small and quick to build because it reaches everything through other programs.
  @Suite struct LinkedCodeTests {
    @Test func `holds no network, cryptography or database code`() async throws {
      let symbols = try await output(of: "nm", or: "llvm-nm", ["--no-demangle"])
      let unwanted = [
        "NIOCore", "NIOPosix", "NIOSSL", "AsyncHTTPClient", "CCryptoBoringSSL", "CNIOBoringSSL",
        "SSL_CTX_new", "PQconnect", "sqlite3_", "GRDB",
      ]
      #expect(names(unwanted, in: symbols) == [])
      // The same search finds what is there.
      let wanted = ["14ArgumentParser", "yaml_emitter_", "18TerraformSynthesis"]
      #expect(names(wanted + unwanted, in: symbols) == wanted)
    }

    @Test func `asks the system for libyaml and for no network or database library`() async throws {
      let libraries = try await output(of: "readelf", or: "llvm-readelf", ["--dynamic"])
      let unwanted = ["libssl", "libcrypto", "libpq", "libsqlite3"]
      #expect(names(["libyaml"] + unwanted, in: libraries) == ["libyaml"])
    }

    /// Those of `names` that occur somewhere in `text`.
    private func names(_ names: [String], in text: Data) -> [String] {
      names.filter { text.range(of: Data($0.utf8)) != nil }
    }

    /// What `tool`, or `other` where it is missing, prints about `cellctl`.
    private func output(
      of tool: String, or other: String, _ arguments: [String]
    ) async throws -> Data {
      let program = try Products.executable("cellctl")
      let advice = "install binutils"
      let first = Command(tool, arguments + [program], advice: advice)
      let second = Command(other, arguments + [program], advice: advice)
      let limit = 256 << 20
      let result: CommandResult
      do throws(CommandFailure) {
        result = try await first.run(timeLimit: .seconds(120), outputLimit: limit)
      } catch {
        result = try await second.run(timeLimit: .seconds(120), outputLimit: limit)
      }
      try #require(result.status.isSuccess, "\(result.errorText)")
      return Data(result.output)
    }
  }
#endif
