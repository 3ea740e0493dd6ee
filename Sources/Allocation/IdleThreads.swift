import CAllocation

/// Ends threads that libraries started for work that may never come.
///
/// CLP brings in a library of linear algebra, OpenBLAS where Debian has it installed. Its threads, one less than there are
/// processors, wait for work at full speed for a tenth of a second when the program begins: as long as an ingest of ten
/// thousand submissions takes. Call it once, when the program begins.
public func endIdleThreads() { yk_end_idle_threads() }
