/// An attribute of an element: a name that is known and a value that is text.
public struct HTMLAttribute: Sendable, Hashable {
  /// The attributes that our pages use.
  ///
  /// There is none that runs a script, and none that fetches anything; a link is made by
  /// ``HTMLAttribute/link(_:)``.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    case id, lang, scope, role, tabindex, href
    case styleClass = "class"
    case label = "aria-label"
    case labelledBy = "aria-labelledby"
    case describedBy = "aria-describedby"
    // Drawings
    case xmlns, viewBox, width, height, x, y, rx, d, points
  }

  /// Which one.
  public let name: Name
  /// Its value, as text and not as markup.
  public let value: String

  private init(unchecked name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Sets `name`; traps for `href`, whose values only ``link(_:)`` makes.
  public init(_ name: Name, _ value: String) {
    precondition(name != .href, "write .link(…), which leads nowhere but where we know")
    self.init(unchecked: name, value)
  }

  /// Sets `name` to a whole number.
  public init(_ name: Name, _ value: Int) { self.init(name, String(value)) }

  /// A place in the page, that links lead to.
  public static func id(_ id: HTMLID) -> Self { Self(.id, id.text) }

  /// Classes of the style sheet.
  public static func styleClass(_ names: String...) -> Self {
    Self(.styleClass, names.joined(separator: " "))
  }

  /// Where a click leads.
  public static func link(_ target: HTMLLink) -> Self { Self(unchecked: .href, target.text) }
}

/// A name that is unique in its page; see ``HTMLDocument/duplicateIDs``.
public struct HTMLID: Sendable, Hashable {
  /// The name: letters, digits, `-`, `_` and `.` of ASCII.
  public let text: String

  /// Puts a name together, of parts with a dot between them; `_` and two hexadecimal digits stand for
  /// each byte that a name can't hold.
  public init(_ parts: String...) {
    text = parts.map(Self.spelled).joined(separator: ".")
  }

  private static func spelled(_ part: String) -> String {
    var text = ""
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

/// Where a link leads: never out of the folder that the page lies in.
public enum HTMLLink: Sendable, Hashable {
  /// A place in the same page.
  case place(HTMLID)
  /// A file or folder below the page's own, by its path: `README.md`.
  case file(String)

  /// The value of `href`: a path whose odd bytes are percent-encoded, and which begins with `./` so
  /// that no part of it is taken for a scheme.
  var text: String {
    switch self {
    case .place(let id): "#\(id.text)"
    case .file(let path): "./\(Self.encoded(path))"
    }
  }

  private static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
