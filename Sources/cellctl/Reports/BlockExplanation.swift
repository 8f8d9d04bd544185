import CellEditing
import FleetIndex
import Foundation
import SourceLocations
import TerraformDocument

/// What is known of a block, for people and for programs.
struct BlockExplanation {
  private let block: FleetBlock
  private let index: BlockIndex
  private let origin: Line
  private let amendments: [Line]

  /// A place in `cells/` with what is written there.
  private struct Line {
    let place: SourceLocation
    let layer: DescriptionLayer?
    /// Empty where the file can't be read or has changed since `cellctl` was built.
    let source: [String]
  }

  /// Explains `block`; what is written at its place is read from the package at `directory`.
  init(
    of block: FleetBlock, in index: BlockIndex, _ places: DescriptionPlaces,
    writtenIn directory: String
  ) {
    self.block = block
    self.index = index
    func line(_ place: SourceLocation) -> Line {
      Line(
        place: place, layer: places.layer(of: place),
        source: Self.source(at: place, in: directory))
    }
    origin = line(block.origin)
    amendments = block.amendments.map(line)
  }

  /// A file that is gone or is no Swift any more has nothing to show; the place is told all the same.
  private static func source(at place: SourceLocation, in directory: String) -> [String] {
    let path = place.path(relativeTo: BuiltPackage.directory)
    guard let text = try? String(contentsOfFile: "\(directory)/\(path)", encoding: .utf8),
      let call = try? WrittenCall(at: place, in: text)
    else { return [] }
    return call.unindented
  }

  var text: String {
    var rows = [
      ["why", block.reason],
      ["owner", "component \(block.component) of \(block.id.root.shortName)"],
      ["file", "out/\(block.file)"],
    ]
    rows += Self.rows("from", origin)
    for amendment in amendments { rows += Self.rows("amended", amendment) }
    rows += linkRows("refers to", index.targets(of: block).map { ($0.target, $0.kind) })
    rows += linkRows("used by", index.sources(of: block).map { ($0.source, $0.kind) })
    return "\(block.id.name) in \(block.id.root.shortName)\n"
      + TextTable(rows: rows.map { [""] + $0 }, width: 100).text
  }

  private static func rows(_ title: String, _ line: Line) -> [[String]] {
    let place = line.place.description(relativeTo: BuiltPackage.directory)
    let head = [place, line.layer?.text].compactMap { $0 }.joined(separator: ", ")
    return [[title, head]] + line.source.map { ["", "  \($0)"] }
  }

  private func linkRows(_ title: String, _ links: [(FleetBlock.ID, BlockLink.Kind)]) -> [[String]] {
    links.enumerated().map { number, link in
      let (id, kind) = link
      let elsewhere = id.root == block.id.root ? "" : " in \(id.root.shortName)"
      let way = kind == .reading ? ", by the name that it is published under" : ""
      return [number == 0 ? title : "", "\(id.name)\(elsewhere)\(way)"]
    }
  }

  var report: Report.Explanation {
    Report.Explanation(
      address: block.id.name, environment: block.id.root.environment,
      root: block.id.root.folder, component: block.component, file: block.file,
      reason: block.reason, origin: Self.report(origin), amendments: amendments.map(Self.report),
      refersTo: index.targets(of: block).map { Report.Link($0.target, $0.kind) },
      usedBy: index.sources(of: block).map { Report.Link($0.source, $0.kind) })
  }

  private static func report(_ line: Line) -> Report.Origin {
    Report.Origin(
      place: Report.Place(line.place, relativeTo: BuiltPackage.directory),
      layer: line.layer?.text, source: line.source)
  }
}

extension Report.Link {
  fileprivate init(_ id: FleetBlock.ID, _ kind: BlockLink.Kind) {
    self.init(
      address: id.name, environment: id.root.environment, root: id.root.folder,
      isRead: kind == .reading)
  }
}
