import CLibYAML
import Foundation

/// What is wrong with a YAML file.
struct YAMLError: Error {
  let problem: String
}

/// Reads the one document of a file with libyaml, which did not write it here.
///
/// A plain scalar is a number, a truth or null where it looks so; one in quotes is text.
func readYAML(_ bytes: Data) throws(YAMLError) -> OutValue {
  var parser = yaml_parser_t()
  guard yaml_parser_initialize(&parser) == 1 else { throw YAMLError(problem: "out of memory") }
  defer { yaml_parser_delete(&parser) }
  let input = [UInt8](bytes)
  let result = input.withUnsafeBufferPointer { buffer -> OutValue? in
    yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
    var document = yaml_document_t()
    guard yaml_parser_load(&parser, &document) == 1 else { return nil }
    defer { yaml_document_delete(&document) }
    return yaml_document_get_root_node(&document).map { value(of: $0, in: &document) } ?? .null
  }
  guard let result else {
    let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
    throw YAMLError(problem: "line \(parser.problem_mark.line + 1): \(problem)")
  }
  return result
}

private func value(
  of node: UnsafeMutablePointer<yaml_node_t>, in document: inout yaml_document_t
) -> OutValue {
  switch node.pointee.type {
  case YAML_SEQUENCE_NODE:
    let items = node.pointee.data.sequence.items
    var elements: [OutValue] = []
    var item = items.start
    while let index = item, index < items.top {
      elements.append(value(at: index.pointee, in: &document))
      item = index + 1
    }
    return .list(elements)
  case YAML_MAPPING_NODE:
    let pairs = node.pointee.data.mapping.pairs
    var members: [String: OutValue] = [:]
    var pair = pairs.start
    while let index = pair, index < pairs.top {
      let key = value(at: index.pointee.key, in: &document).description
      members[key] = value(at: index.pointee.value, in: &document)
      pair = index + 1
    }
    return .object(members)
  case YAML_SCALAR_NODE:
    let scalar = node.pointee.data.scalar
    let text = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    return scalar.style == YAML_PLAIN_SCALAR_STYLE ? plain(text) : .text(text)
  default: return .null
  }
}

private func value(at index: Int32, in document: inout yaml_document_t) -> OutValue {
  yaml_document_get_node(&document, index).map { value(of: $0, in: &document) } ?? .null
}

/// A scalar without quotes, by the core schema of YAML 1.2.
private func plain(_ text: String) -> OutValue {
  switch text {
  case "", "~", "null": .null
  case "true": .bool(true)
  case "false": .bool(false)
  default:
    if let number = Int(text) {
      .integer(number)
    } else if text.contains(where: \.isNumber), let number = Double(text) {
      .number(number)
    } else {
      .text(text)
    }
  }
}
