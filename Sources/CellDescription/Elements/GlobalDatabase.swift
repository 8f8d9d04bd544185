public import CellContract
public import CellPrimitives

/// An Aurora database over the cells of an environment: the primary cell writes, the others follow.
///
/// In an environment of one region it is a plain cluster. At most one cell per region takes part.
public struct GlobalDatabase: Sendable, Hashable {
  package let database: Database
  package let engine: DatabaseEngine
  package let instance: DatabaseInstanceClass
  package let instancesPerCell: Int
  package let capacity: ServerlessCapacity?
  package let backupRetention: Period?
  package let backupWindow: BackupWindow?
  package let maintenanceWindow: MaintenanceWindow?

  /// Describes the database.
  ///
  /// - Parameters:
  ///   - instance: class of every instance; a database over several regions needs a
  ///     memory-optimised one.
  ///   - instancesPerCell: instances of each cell's cluster, in different zones; 1–16. All but one
  ///     serve reads.
  ///   - capacity: bounds for instances of the class `.serverless`; by default 0.5 to 16 units.
  ///   - backupRetention: how long a point in time can be restored, 1–35 days; by default 7, or 1
  ///     where the environment does not protect its data.
  ///   - backupWindow: when backups are taken; by default from 07:00 UTC for 30 minutes.
  ///   - maintenanceWindow: when Aurora may work on it; by default from 08:00 UTC for an hour, in each
  ///     cell on a day of its own.
  public init(
    _ database: Database, engine: DatabaseEngine, instance: DatabaseInstanceClass,
    instancesPerCell: Int = 2, capacity: ServerlessCapacity? = nil, backupRetention: Period? = nil,
    backupWindow: BackupWindow? = nil, maintenanceWindow: MaintenanceWindow? = nil
  ) {
    self.database = database
    self.engine = engine
    self.instance = instance
    self.instancesPerCell = instancesPerCell
    self.capacity = capacity
    self.backupRetention = backupRetention
    self.backupWindow = backupWindow
    self.maintenanceWindow = maintenanceWindow
  }
}

/// A database that one cell has for itself, beside or instead of the environment's.
public struct CellDatabase: Sendable, Hashable {
  package let database: Database
  package let engine: DatabaseEngine
  package let instance: DatabaseInstanceClass
  package let instances: Int
  package let capacity: ServerlessCapacity?
  package let backupRetention: Period?
  package let backupWindow: BackupWindow?
  package let maintenanceWindow: MaintenanceWindow?

  /// Describes the database; parameters are those of ``GlobalDatabase``.
  public init(
    _ database: Database, engine: DatabaseEngine, instance: DatabaseInstanceClass,
    instances: Int = 2, capacity: ServerlessCapacity? = nil, backupRetention: Period? = nil,
    backupWindow: BackupWindow? = nil, maintenanceWindow: MaintenanceWindow? = nil
  ) {
    self.database = database
    self.engine = engine
    self.instance = instance
    self.instances = instances
    self.capacity = capacity
    self.backupRetention = backupRetention
    self.backupWindow = backupWindow
    self.maintenanceWindow = maintenanceWindow
  }
}

/// A database engine and its version.
public enum DatabaseEngine: Sendable, Hashable {
  /// Aurora PostgreSQL, by `major.minor`: `"16.8"`.
  case auroraPostgreSQL(String)
}
