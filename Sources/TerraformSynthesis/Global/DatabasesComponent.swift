import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// What a database needs before the first of its clusters: the global cluster, if cells share it over
/// several regions, and the master user's password in a secret.
///
/// The secret of a cell's own database is here too. A password that one root draws, stores and uses
/// could differ in the secret and the database after an apply that failed in between; here it is
/// written first and then only read. It also outlives the cell, as the final snapshot does.
struct DatabasesComponent {
  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment
  private let keys: [Region: AWS.KMSKey.Attributes]

  /// `keys` are the regions' keys for secrets.
  init(_ environment: ResolvedEnvironment, keys: [Region: AWS.KMSKey.Attributes]) {
    self.environment = environment
    self.keys = keys
    component = TerraformComponent(
      "databases", of: .global(of: environment), owner: "\(environment.name) global")
    for placed in environment.databases {
      let database = placed.value.database
      let sharers = environment.sharers(of: database)
      guard !sharers.isEmpty else { continue }
      if environment.isGlobal(database) { addGlobalCluster(placed) }
      addMasterSecret(
        database, named: environment.scope.name(of: database.masterSecret),
        blockName(database.name), readIn: sharers.map(\.region), at: placed.location)
    }
    for cell in environment.cells {
      for own in cell.databases {
        addMasterSecret(
          own.value.database, named: cell.scope.masterSecretName(of: own.value.database),
          blockName(cell.name, own.value.database.name), readIn: [cell.region], at: own.location)
      }
    }
  }

  /// Empty until the primary's cell joins; the cells name it by its identifier.
  ///
  /// Its `engine_version` is the one that counts: a change here upgrades every member.
  /// Source: provider 5.100, `aws_rds_global_cluster`, "Upgrading Engine Versions".
  private mutating func addGlobalCluster(_ placed: Placed<ResolvedDatabase>) {
    let database = placed.value
    component.add(
      Resource(
        AWS.RDSGlobalCluster.self, blockName(database.database.name),
        meta: environment.protecting()
      ) {
        $0.globalClusterIdentifier = Argument(environment.scope.name(of: database.database))
        $0.engine = "aurora-postgresql"
        $0.engineVersion = Argument(database.version.description)
        $0.databaseName = Argument(database.database.name)
        $0.storageEncrypted = true
        $0.deletionProtection = Argument(environment.dataProtection == .preventDestroy)
      }, because: "joins the cells' clusters of the database: one region writes, the others follow",
      at: placed.location)
  }

  /// The password is drawn anew by each plan and apply, and written only when its version changes.
  private mutating func addMasterSecret(
    _ database: Database, named name: String, _ block: String, readIn regions: [Region],
    at location: SourceLocation
  ) {
    let password = component.add(
      Resource(AWS.Ephemeral.SecretsManagerRandomPassword.self, block) {
        $0.passwordLength = Argument(MasterUser.passwordLength)
        $0.excludeCharacters = Argument(MasterUser.refusedCharacters)
      }, because: "draws the master user's password at the apply, so that no state holds it",
      at: location)
    let secret = component.add(
      database.masterSecret, named: name, "\(block)_master_user", replicatedTo: regions, keys,
      of: environment, at: location)
    let value = component.encoded(
      "\(block)_master_user",
      ["password": password.randomPassword.json, "username": .string(Database.masterUser)],
      at: location)
    component.add(
      Resource(AWS.SecretsManagerSecretVersion.self, "\(block)_master_user") {
        $0.secretID = secret.id
        $0.secretStringWO = value
        $0.secretStringWOVersion = Argument(MasterUser.passwordVersion)
      }, because: "the password itself, written without entering the state",
      at: location)
  }
}
