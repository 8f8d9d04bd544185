/// That a block is there, in one or more places, and that its arguments are what they have to be.
struct CoverageClaim: Sendable {
  /// One argument and what it has to be.
  struct Argument: Sendable, Equatable {
    let path: ArgumentPath
    let expectation: Expectation
  }

  let places: [OutPlace]
  /// `aws_vpc.main`; or `aws_vpc`, which is all blocks of the type. In the values of a chart, a path.
  let address: String
  let arguments: [Argument]

  /// Whether a block that is missing is what it asks for.
  var wantsNothing: Bool {
    !arguments.isEmpty && arguments.allSatisfy { $0.expectation == .absent }
  }

  init(
    _ places: [OutPlace], _ address: String, _ arguments: KeyValuePairs<ArgumentPath, Expectation>
  ) {
    self.places = places
    self.address = address
    self.arguments = arguments.map { Argument(path: $0, expectation: $1) }
  }
}

extension CoverageClaim {
  typealias Arguments = KeyValuePairs<ArgumentPath, Expectation>

  /// In a place that is no cell of production.
  static func `in`(_ place: OutPlace, _ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([place], address, arguments)
  }

  /// In every cell of production.
  static func cells(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.use1, .usw1], address, arguments)
  }

  /// For every zone of every cell of production.
  static func zones(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self(OutPlace.zones, address, arguments)
  }

  /// In production's cell in us-east-1, the primary.
  static func use1(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.use1], address, arguments)
  }

  /// In production's cell in us-west-1, the standby.
  static func usw1(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.usw1], address, arguments)
  }

  /// In what production's cells share.
  static func global(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.global], address, arguments)
  }

  /// In what production's cells share, for every region.
  static func regions(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self(OutPlace.globalRegions, address, arguments)
  }

  /// In production's state buckets, for every region.
  static func buckets(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self(OutPlace.backendRegions, address, arguments)
  }

  /// In production's shared host name.
  static func routing(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.routing], address, arguments)
  }

  /// In production's state buckets.
  static func backend(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.backend], address, arguments)
  }

  /// In the chart values of every cell of production.
  static func values(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.use1Values, .usw1Values], address, arguments)
  }

  /// In the chart values of the cell in us-east-1.
  static func use1Values(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.use1Values], address, arguments)
  }

  /// In the chart values of the cell in us-west-1.
  static func usw1Values(_ address: String, _ arguments: Arguments = [:]) -> Self {
    Self([.usw1Values], address, arguments)
  }
}
