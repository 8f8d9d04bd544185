import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import SourceLocations

extension ResolvedEnvironment {
  /// How databases get their roles, and their tables what a release needs.
  ///
  /// Sources: https://www.postgresql.org/docs/15/app-psql.html, `\\password`, and
  /// https://www.postgresql.org/docs/15/release-15.html, "Remove PUBLIC creation permission on the public
  /// schema", 2026-11. The tests of the application make database roles with these statements, but for the
  /// passwords.
  var migrationGuide: String {
    let cells = cellsInOrderOfApplication.filter { !migrations(in: $0).isEmpty }
    guard !cells.isEmpty else {
      return """
        No cell runs `\(ServiceName.api.contract.workload)` as pods where a database is written, so nothing
        makes its tables.
        """
    }
    let connections = cells.flatMap { cell in
      migrations(in: cell).flatMap(\.databases).map { commands(for: $0, in: cell) }
    }
    let jobs = cells.map { "`helm/values-\($0.name).yaml`" }.joined(separator: ", ")
    return """
      A new database has its master user and nobody else. Once the cell is there, and before its services
      start, give it the two roles whose names and passwords the secrets hold, with `psql` from a pod of the
      cluster, as the master user. The first of these prints HOST, and the second the password:

      ```sh
      \(connections.joined(separator: "\n"))
      ```

      ```sql
      CREATE ROLE migrator LOGIN;
      CREATE ROLE service LOGIN;
      GRANT USAGE, CREATE ON SCHEMA public TO migrator WITH GRANT OPTION;
      \\password migrator
      \\password service
      ```

      `migrator` belongs into the secret `…-migration` and `service` into `…-application`, each as JSON with
      `username` and `password`. `\\password` asks, and sends the server no clear text.

      Then, and before each release, `bizcomms-api migrate` makes the tables that the release needs and lets
      `service` use them. It runs as a job with what stands under `services.api.migration` in
      \(jobs): a service account with a role of its own, the only one that may read
      `…-migration`. The release that runs goes on meanwhile. Pods of the new one aren't ready before it is
      done, and their log says so. A cell whose database follows another one's has nothing to migrate; after a
      switchover swap `role:` and apply the cells, and the role moves too.
      """
  }

  private func commands(for database: Database, in cell: ResolvedCell) -> String {
    let secret =
      cell.shares(database)
      ? scope.name(of: database.masterSecret) : cell.scope.masterSecretName(of: database)
    let password = ShellCommand(
      ["aws", "secretsmanager", "get-secret-value", "--region", cell.region.name],
      ["--output", "text", "--query", "SecretString", "--secret-id", secret])
    return """
      \(cell.endpoint(.writer, of: database).text)
      \(password.text)
      psql 'host=HOST dbname=\(database.name) user=\(Database.masterUser) sslmode=require'
      """
  }
}
