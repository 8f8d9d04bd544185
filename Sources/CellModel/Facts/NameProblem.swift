import CellPrimitives

extension NameLimit {
  /// What is wrong with `name`, in one sentence without a full stop; nil where nothing is.
  ///
  /// The first thing found is told: length before characters before reserved words.
  public func problem(with name: String) -> String? {
    lengthProblem(with: name) ?? characterProblem(with: name) ?? reservationProblem(with: name)
  }

  private func lengthProblem(with name: String) -> String? {
    let length = name.unicodeScalars.count
    if length < minimum {
      return "\"\(name)\" has \(counted(length, "character")); "
        + "the name of \(subject) has at least \(minimum)"
    }
    if length > maximum {
      return "\"\(name)\" has \(counted(length, "character")); "
        + "the name of \(subject) has at most \(maximum)"
    }
    if let maximumLevels {
      let levels = name.split(separator: "/").count
      if levels > maximumLevels {
        return "\"\(name)\" has \(levels) levels; the name of \(subject) has at most "
          + "\(maximumLevels)"
      }
    }
    return nil
  }

  private func characterProblem(with name: String) -> String? {
    if let requiredPrefix, !name.hasPrefix(requiredPrefix) || name == requiredPrefix {
      return "\"\(name)\" is not \"\(requiredPrefix)\" and more, as the name of \(subject) is"
    }
    var body = name[...]
    if let optionalSuffix, body.hasSuffix(optionalSuffix) { body.removeLast(optionalSuffix.count) }
    if let stray = allowed.stray(in: body) {
      return "\"\(name)\" contains \"\(stray)\"; the name of \(subject) takes \(allowed)"
    }
    if let first, let character = body.first, !first.contains(character) {
      return "\"\(name)\" begins with \"\(character)\"; the name of \(subject) begins with "
        + first.words(joinedBy: "or")
    }
    if let last, let character = body.last, !last.contains(character) {
      return "\"\(name)\" ends with \"\(character)\"; the name of \(subject) ends with "
        + last.words(joinedBy: "or")
    }
    return body.isEmpty ? "\"\(name)\" has nothing before its suffix" : nil
  }

  private func reservationProblem(with name: String) -> String? {
    let hasReserved = !reservedNames.isEmpty || !reservedPrefixes.isEmpty
    let lowerCase = hasReserved ? name.lowercased() : name
    if reservedNames.contains(lowerCase) {
      return "\"\(name)\" is reserved; \(subject) cannot be named so"
    }
    if let prefix = reservedPrefixes.first(where: { lowerCase.hasPrefix($0) }) {
      return "\"\(name)\" begins with \"\(prefix)\", which is reserved in the name of \(subject)"
    }
    if let suffix = reservedSuffixes.first(where: { name.hasSuffix($0) }) {
      return "\"\(name)\" ends with \"\(suffix)\", which is reserved in the name of \(subject)"
    }
    if let part = refusedParts.first(where: { name.holds($0) }) {
      return "\"\(name)\" contains \"\(part)\", which is refused in the name of \(subject)"
    }
    return nil
  }
}

extension String {
  /// Whether `part` stands in it, byte by byte; a fleet has many names, and hardly one of them does.
  fileprivate func holds(_ part: String) -> Bool {
    utf8.indices.contains { utf8[$0...].starts(with: part.utf8) }
  }
}
