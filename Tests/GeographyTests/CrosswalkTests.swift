import Testing

@testable import Geography

@Suite struct CrosswalkTests {}
