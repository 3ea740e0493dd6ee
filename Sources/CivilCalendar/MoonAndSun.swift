import Glibc

/// When new moons fall and where the sun stands, well enough to tell days apart.
///
/// Source: J. Meeus, *Astronomical Algorithms*, 2nd edition, 1998, chapters 25 and 49. The largest terms are kept: new moons
/// are right within two minutes, the sun's longitude within 0.01° (a quarter of an hour), for the years 1900…2100.
enum MoonAndSun {
  /// The Julian day, Universal Time, of a new moon; number 0 is that of 6 January 2000.
  static func newMoon(_ number: Int) -> Double {
    let k = Double(number)
    let t = k / 1236.85
    let mean =
      2_451_550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + t * 0.00000000073))
    let eccentricity = 1 - t * (0.002516 + t * 0.0000074)
    let sun = radians(2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011))
    let moon = radians(201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058)))
    let latitude = radians(160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011)))
    let node = radians(124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215))
    var shift = -0.00017 * sin(node)
    for term in terms {
      let angle = term.sun * sun + term.moon * moon + term.latitude * latitude
      shift += term.days * pow(eccentricity, abs(term.sun)) * sin(angle)
    }
    return mean + shift - deltaT
  }

  /// The apparent longitude of the sun, 0…360°, at a Julian day, Universal Time.
  static func sunLongitude(_ julianDay: Double) -> Double {
    let t = (julianDay + deltaT - 2_451_545) / 36_525
    let mean = 280.46646 + t * (36_000.76983 + t * 0.0003032)
    let anomaly = radians(357.52911 + t * (35_999.05029 - t * 0.0001537))
    let center =
      (1.914602 - t * (0.004817 + t * 0.000014)) * sin(anomaly) + (0.019993 - t * 0.000101) * sin(2 * anomaly)
      + 0.000289 * sin(3 * anomaly)
    let apparent = mean + center - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))
    let turned = apparent.truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 360 : turned
  }

  /// Terrestrial less Universal Time in days: 69 seconds, as in the 2020s; a minute off in 1900 and, as far as one can
  /// know, in 2100.
  private static let deltaT = 69.0 / 86_400

  private static func radians(_ degrees: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
  }

  /// Periodic terms of the new moon: days, and how often the anomalies of sun and moon and the argument of latitude enter.
  private static let terms: [(days: Double, sun: Double, moon: Double, latitude: Double)] = [
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2), (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0), (-0.00007, 2, 1, 0),
    (0.00004, 0, 2, -2), (0.00004, 3, 0, 0), (0.00003, 1, 1, -2), (0.00003, 0, 2, 2), (-0.00003, 1, 1, 2),
    (0.00003, -1, 1, 2),
  ]
}
