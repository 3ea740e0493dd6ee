#include "boost_math.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace {

using boost::math::cdf;
using boost::math::complement;
using boost::math::quantile;

// No exception may cross into Swift: whatever Boost refuses becomes NaN.
template <typename Function> double guarded(Function function) noexcept {
  try {
    return function();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

extern "C" {

double yk_student_t_quantile(double p, double df) {
  return guarded([=] { return quantile(boost::math::students_t(df), p); });
}

double yk_student_t_cumulative(double x, double df) {
  return guarded([=] { return cdf(boost::math::students_t(df), x); });
}

double yk_student_t_upper_tail(double x, double df) {
  return guarded([=] { return cdf(complement(boost::math::students_t(df), x)); });
}

double yk_normal_quantile(double p) {
  return guarded([=] { return quantile(boost::math::normal(), p); });
}

double yk_normal_cumulative(double x) {
  return guarded([=] { return cdf(boost::math::normal(), x); });
}

double yk_normal_upper_tail(double x) {
  return guarded([=] { return cdf(complement(boost::math::normal(), x)); });
}

double yk_f_quantile(double p, double df1, double df2) {
  return guarded([=] { return quantile(boost::math::fisher_f(df1, df2), p); });
}

double yk_f_upper_tail(double x, double df1, double df2) {
  return guarded([=] { return cdf(complement(boost::math::fisher_f(df1, df2), x)); });
}

double yk_chi_squared_quantile(double p, double df) {
  return guarded([=] { return quantile(boost::math::chi_squared(df), p); });
}

double yk_chi_squared_upper_tail(double x, double df) {
  return guarded([=] { return cdf(complement(boost::math::chi_squared(df), x)); });
}

double yk_beta_quantile(double p, double a, double b) {
  return guarded([=] { return quantile(boost::math::beta_distribution<>(a, b), p); });
}

double yk_beta_cumulative(double x, double a, double b) {
  return guarded([=] { return cdf(boost::math::beta_distribution<>(a, b), x); });
}

double yk_logarithm(double value) { return std::log(value); }

double yk_logarithm2(double value) { return std::log2(value); }

double yk_exponential(double value) { return std::exp(value); }

double yk_sine(double value) { return std::sin(value); }

double yk_arcsine(double value) { return std::asin(value); }

}
