import SourceLocations

/// Our `SourceLocation`, in files where `Testing` has one of its own.
typealias Place = SourceLocation
