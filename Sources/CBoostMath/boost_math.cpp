#include "boost_math.h"

#include <boost/math/distributions/students_t.hpp>
#include <limits>

extern "C" double yk_student_t_quantile(double probability, double degrees_of_freedom) {
  try {
    return boost::math::quantile(boost::math::students_t(degrees_of_freedom), probability);
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}
