import Testing

@testable import GeneratedFiles

private let digest = String(repeating: "0123456789abcdef", count: 4)

private func manifest(_ paths: String...) throws -> Manifest {
  var manifest = Manifest()
  for path in paths { manifest.digests[try GeneratedPath(path)] = digest }
  return manifest
}

@Test func `writes one sorted line for each file`() throws {
  #expect(
    try manifest("terraform/b.json", "a.json", "terraform/a.json").text == """
      {
        "files": {
          "a.json": "sha256:\(digest)",
          "terraform/a.json": "sha256:\(digest)",
          "terraform/b.json": "sha256:\(digest)"
        },
        "version": 1
      }

      """)
}

@Test func `reads back what it writes`() throws {
  for original in [Manifest(), try manifest("a"), try manifest("b/c", "a", "b/a")] {
    #expect(try Manifest(parsing: Array(original.text.utf8)) == original)
  }
}

@Test func `refuses whatever it would not have written`() throws {
  let line = "    \"a\": \"sha256:\(digest)\""
  func text(_ lines: String, version: String = "1") -> String {
    "{\n  \"files\": {\n\(lines)\n  },\n  \"version\": \(version)\n}\n"
  }
  let other = String(repeating: "f", count: 64)
  let cases: [(text: String, problem: String)] = [
    (
      text("<<<<<<< HEAD\n\(line)\n=======\n    \"a\": \"sha256:\(other)\"\n>>>>>>> theirs"),
      "holds merge conflict markers"
    ),
    (text(line, version: "2"), "has format 2, and this program knows 1"),
    (
      text("    \"../x\": \"sha256:\(digest)\""), "names ../x, which can't be a generated file"
    ),
    (
      text("    \"/etc/passwd\": \"sha256:\(digest)\""),
      "names /etc/passwd, which can't be a generated file"
    ),
    (
      text("    \"manifest.json\": \"sha256:\(digest)\""),
      "names manifest.json, which can't be a generated file"
    ),
    (text("\(line),\n\(line)"), "names a twice"),
    (text("    \"a\": \"sha256:12\""), "has no path and hash in line 3"),
    (text("    \"a\": \"md5:\(digest)\""), "has no path and hash in line 3"),
    (text(line).uppercased(), "has no path and hash in line 3"),
    (text(line) + "\n", "is not in the form in which it is written"),
    (String(text(line).dropLast(3)), "is not in the form in which it is written"),
    ("{}", "is not in the form in which it is written"),
    ("", "is not in the form in which it is written"),
    ("\u{fffd}", "is not in the form in which it is written"),
  ]
  for (text, problem) in cases {
    #expect(throws: Manifest.Problem(text: problem), "\(text)") {
      try Manifest(parsing: Array(text.utf8))
    }
  }
}
