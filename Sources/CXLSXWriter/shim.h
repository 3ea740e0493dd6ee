// Functions that take a structure full of pointers are wrapped in ones that take its fields: the library copies what it
// is given, so that no text has to outlive a call.
#include <xlsxwriter.h>

static inline lxw_workbook *yk_open_workbook(const char *path, const char *folder, int streams) {
  lxw_workbook_options options = {.constant_memory = (uint8_t)streams, .tmpdir = (char *)folder, .use_zip64 = LXW_TRUE};
  return workbook_new_opt(path, &options);
}

// A fixed moment of creation keeps the bytes the same.
static inline lxw_error yk_describe(lxw_workbook *workbook, const char *title, time_t created) {
  lxw_doc_properties properties = {.title = (char *)title, .created = created};
  return workbook_set_properties(workbook, &properties);
}

// Limits are formulas, numbers among them: `18`, `'Codes'!$C$2:$C$9`.
static inline lxw_error yk_validate(
    lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column, uint8_t kind, uint8_t criteria,
    const char *minimum, const char *maximum, const char *title, const char *hint, const char *error_title,
    const char *error) {
  lxw_data_validation rule = {
      .validate = kind,
      .criteria = criteria,
      .ignore_blank = LXW_VALIDATION_ON,
      .show_input = LXW_VALIDATION_ON,
      .show_error = LXW_VALIDATION_ON,
      .dropdown = LXW_VALIDATION_ON,
      .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
      .value_formula = (char *)minimum,
      .minimum_formula = (char *)minimum,
      .maximum_formula = (char *)maximum,
      .input_title = (char *)title,
      .input_message = (char *)hint,
      .error_title = (char *)error_title,
      .error_message = (char *)error,
  };
  return worksheet_data_validation_range(sheet, first, column, last, column, &rule);
}

// The first of several rules that holds for a cell decides alone.
static inline lxw_error yk_format_where(
    lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column, const char *formula, lxw_format *format) {
  lxw_conditional_format rule = {
      .type = LXW_CONDITIONAL_TYPE_FORMULA,
      .value_string = (char *)formula,
      .format = format,
      .stop_if_true = LXW_TRUE,
  };
  return worksheet_conditional_format_range(sheet, first, column, last, column, &rule);
}

// Charts: the names of a sheet and of a series lie in structures that Swift sees as incomplete.
static inline const char *yk_sheet_name(lxw_worksheet *sheet) { return sheet->name; }

static inline void yk_color_series(lxw_chart_series *series, uint32_t color) {
  lxw_chart_fill fill = {.color = color};
  lxw_chart_line line = {.color = 0x555555, .width = 0.75};
  chart_series_set_fill(series, &fill);
  chart_series_set_line(series, &line);
}

// Rows below each other read from the top; without a legend where there is one series.
static inline void yk_finish_chart(
    lxw_chart *chart, const char *title, const char *across, const char *up, int is_across, int has_legend,
    const char *values) {
  lxw_chart_font font = {.size = 11, .bold = LXW_TRUE};
  chart_title_set_name(chart, title);
  chart_title_set_name_font(chart, &font);
  if (*across) chart_axis_set_name(chart->x_axis, across);
  if (*up) chart_axis_set_name(chart->y_axis, up);
  if (*values) chart_axis_set_num_format(is_across ? chart->x_axis : chart->y_axis, values);
  if (is_across) chart_axis_set_reverse(chart->y_axis); // The library calls the upright axis of bars so.
  chart_legend_set_position(chart, has_legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
}

static inline lxw_error yk_insert_chart(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_chart *chart, double across, double down,
    const char *description) {
  lxw_chart_options options = {.x_scale = across, .y_scale = down, .description = (char *)description};
  return worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}
