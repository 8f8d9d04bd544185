import Foundation
import PlantedMistake
import RequestProperties

/// What is fuzzed: `BIZCOMMS_FUZZ_PARSER` names it, and `planted` is what must be found out.
private let check: @Sendable ([UInt8]) throws -> Void = {
  let name = ProcessInfo.processInfo.environment["BIZCOMMS_FUZZ_PARSER"] ?? ""
  if name == "planted" { return { try PlantedMistake.check($0) } }
  guard let parser = RequestParser(rawValue: name) else {
    let names = RequestParser.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("BIZCOMMS_FUZZ_PARSER=\(name) names none of planted, \(names)")
  }
  return { try parser.check($0) }
}()

/// libFuzzer's entry: each call is one input, and what must not be ends the process.
/// Source: LLVM, "libFuzzer – a library for coverage-guided fuzz testing", "Fuzz Target", 2026-11.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do { try check(Array(UnsafeBufferPointer(start: bytes, count: count))) } catch {
    fatalError("\(error)")
  }
  return 0
}
