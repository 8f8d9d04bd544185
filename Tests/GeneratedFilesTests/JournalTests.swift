import Testing

@testable import GeneratedFiles

@Test func `reads a journal back, with spaces in its paths`() throws {
  var plan = FilePlan()
  plan.oldFiles = [try GeneratedPath("a/old file")]
  plan.oldFolders = [.init(path: try GeneratedPath("a/b c"), mode: 0o750)]
  plan.newFolders = [try GeneratedPath("d")]
  plan.stagedFiles = [.init(number: 0, path: try GeneratedPath("d/e f"), digest: "ab12")]
  let journal = Journal(plan)
  #expect(
    journal.text == """
      cellctl journal 1
      setAside 0 a/old file
      removeFolder 488 a/b c
      makeFolder 0 d
      moveIn 0:ab12 d/e f
      end

      """)
  #expect(Journal(parsing: Array(journal.text.utf8)) == journal)
}

@Test(arguments: [
  "", "cellctl journal 1\n", "cellctl journal 2\nend\n", "cellctl journal 1\nend",
  "cellctl journal 1\nsetAside 0 ../a\nend\n", "cellctl journal 1\nsetAside a\nend\n",
  "cellctl journal 1\nsetAside -1 a\nend\n", "cellctl journal 1\nforget 0 a\nend\n",
  "cellctl journal 1\nmoveIn 0 a\nend\n", "cellctl journal 1\nsetAside 0 a\n",
])
func `refuses a journal that it did not write`(text: String) {
  #expect(Journal(parsing: Array(text.utf8)) == nil)
}
