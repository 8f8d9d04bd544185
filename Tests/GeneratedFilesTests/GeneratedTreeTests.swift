import GeneratedFiles
import Testing

@Test(arguments: [
  ("", "it is empty"), ("/etc/passwd", "it starts with a slash"),
  ("a//b", "it has an empty part"), ("a/", "it has an empty part"),
  ("a/./b", "it has the part ."), ("../a", "it has the part .."),
  ("a/..", "it has the part .."), ("a\0b", "it holds a NUL byte"),
  ("a/\"b\"", "it holds a quote or a backslash"), ("a\\b", "it holds a quote or a backslash"),
  ("a/b\nc", "it holds something other than printable ASCII"),
  ("a/ü", "it holds something other than printable ASCII"),
])
func `refuses a path that could leave the folder or be spelled in two ways`(
  text: String, problem: String
) {
  #expect(throws: GeneratedTreeError.invalidPath(text, problem: problem)) {
    try GeneratedPath(text)
  }
}

@Test(arguments: ["a", "a/b.json", ".terraform/x", "a/..b", "a/b.", "a b/c@d"])
func `takes a path of plain parts as it is`(text: String) throws {
  #expect(try GeneratedPath(text).text == text)
}

@Test func `gives back the bytes of each path`() throws {
  let tree = try GeneratedTree(["b/z": "1", "a/y": "2", "a-b/x": "3"])
  #expect(tree.paths.map(\.text) == ["a-b/x", "a/y", "b/z"])
  #expect(tree.environments == ["a", "a-b", "b"])
  #expect(tree[try GeneratedPath("a/y")] == Array("2".utf8))
  #expect(tree[try GeneratedPath("a/z")] == nil)
}

@Test func `refuses a file that is generated twice, even with the same bytes`() throws {
  #expect(throws: GeneratedTreeError.addedTwice(try GeneratedPath("a/b"))) {
    var tree = try GeneratedTree(["a/b": "1"])
    try tree.add("a/b", text: "1")
  }
}

@Test func `refuses a file and a folder of one name, whichever comes first`() throws {
  let error = GeneratedTreeError.fileAndFolder(
    file: try GeneratedPath("a/b"), inside: try GeneratedPath("a/b/c/d"))
  #expect(throws: error) {
    var tree = try GeneratedTree(["a/b": "1"])
    try tree.add("a/b/c/d", text: "2")
  }
  #expect(throws: error) {
    var tree = try GeneratedTree(["a/b/c/d": "2"])
    try tree.add("a/b", text: "1")
  }
}

@Test(arguments: [
  ("a/b", "a/B", "a/b"), ("a/b/c", "a/B/d", "a/b/c"), ("a/b", "A/c", "a/b"),
  ("a/b/c", "a/B", "a/b/c"),
])
func `refuses paths that differ only by case, in a file's name or a folder's`(
  first: String, second: String, named: String
) throws {
  let error = GeneratedTreeError.differOnlyInCase(
    try GeneratedPath(named), try GeneratedPath(second))
  #expect(throws: error) {
    var tree = try GeneratedTree([first: "1"])
    try tree.add(second, text: "2")
  }
}

@Test(arguments: ["a/manifest.json", "a/Manifest.json", ".cellctl-staging/x", ".CellCtl-Staging/x"])
func `refuses the names that the writer needs`(text: String) throws {
  #expect(throws: GeneratedTreeError.reserved(try GeneratedPath(text))) {
    try GeneratedTree([text: "1"])
  }
}

@Test func `takes a manifest's name further down`() throws {
  #expect(try GeneratedTree(["a/b/manifest.json": "{}"]).paths.count == 1)
}

@Test func `refuses a file outside every environment`() throws {
  #expect(throws: GeneratedTreeError.outsideEnvironment(try GeneratedPath("README.md"))) {
    try GeneratedTree(["README.md": "1"])
  }
}

@Test func `leaves the tree as it was when a file is refused`() throws {
  var tree = try GeneratedTree(["a/b": "1"])
  let before = tree
  #expect(throws: GeneratedTreeError.self) { try tree.add("a/b/c", text: "2") }
  #expect(throws: GeneratedTreeError.self) { try tree.add("x/y/../z", text: "2") }
  #expect(tree == before)
}

@Test func `says which paths clash and what to do`() throws {
  let path = try GeneratedPath("a/b")
  let other = try GeneratedPath("a/B")
  #expect(
    "\(GeneratedTreeError.addedTwice(path))" == """
      a/b is generated twice
        fix: give one of the two another name, or make them one file
      """)
  #expect(
    "\(GeneratedTreeError.differOnlyInCase(path, other))" == """
      a/b and a/B differ only by letter case, and are one file on many disks
        fix: give one of the two another name
      """)
  #expect(
    "\(GeneratedTreeError.fileAndFolder(file: path, inside: try path.appending("c")))" == """
      a/b is generated as a file, and a/b/c needs a folder of that name
        fix: give one of the two another name
      """)
  #expect(
    "\(GeneratedTreeError.invalidPath("../a", problem: "it has the part .."))" == """
      "../a" can't be a generated file's path: it has the part ..
        fix: write parts of printable ASCII with single slashes between, such as production/a.json
      """)
  #expect(
    "\(GeneratedTreeError.outsideEnvironment(try GeneratedPath("a.md")))" == """
      a.md lies in no environment
        fix: put it into an environment's folder, such as production/a.md
      """)
  #expect(
    "\(GeneratedTreeError.reserved(try GeneratedPath("a/manifest.json")))" == """
      a/manifest.json is a name that the writer keeps for itself
        fix: give the file another name
      """)
}
