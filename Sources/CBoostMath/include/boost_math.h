#ifndef YKIEN_BOOST_MATH_H
#define YKIEN_BOOST_MATH_H
#ifdef __cplusplus
extern "C" {
#endif

// Quantiles and distribution functions; NaN where the arguments are outside the domain.

double yk_student_t_quantile(double probability, double degrees_of_freedom);
double yk_student_t_cumulative(double value, double degrees_of_freedom);
double yk_student_t_upper_tail(double value, double degrees_of_freedom);
double yk_normal_quantile(double probability);
double yk_normal_cumulative(double value);
double yk_normal_upper_tail(double value);
double yk_f_quantile(double probability, double numerator_df, double denominator_df);
double yk_f_upper_tail(double value, double numerator_df, double denominator_df);
double yk_chi_squared_quantile(double probability, double degrees_of_freedom);
double yk_chi_squared_upper_tail(double value, double degrees_of_freedom);
double yk_beta_quantile(double probability, double first_shape, double second_shape);
double yk_beta_cumulative(double value, double first_shape, double second_shape);

// The C library's own.
double yk_logarithm(double value);
double yk_logarithm2(double value);
double yk_exponential(double value);
double yk_sine(double value);
double yk_arcsine(double value);

#ifdef __cplusplus
}
#endif
#endif
