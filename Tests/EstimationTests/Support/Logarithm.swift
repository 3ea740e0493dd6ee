import Foundation

/// The C library's logarithm to base 2.
func logarithm2(_ value: Double) -> Double { log2(value) }
