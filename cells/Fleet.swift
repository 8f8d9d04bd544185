import CellDescription

/// Everything that we run. `cellctl` generates `out/` from this value and nothing else.
public let fleet = Fleet {
  production
  staging
  development
}
