#ifndef YKIEN_BOOST_MATH_H
#define YKIEN_BOOST_MATH_H
#ifdef __cplusplus
extern "C" {
#endif

/// The quantile of Student's t; NaN where the arguments are outside its domain.
double yk_student_t_quantile(double probability, double degrees_of_freedom);

#ifdef __cplusplus
}
#endif
#endif
