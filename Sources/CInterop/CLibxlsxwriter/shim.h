#include <stdio.h>
#include <xlsxwriter.h>

#include <bits/types/cookie_io_functions_t.h>

// Opens a file that functions read and write; see fopencookie(3). The C library declares it for GNU
// programs only.
FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions);

#include "../loading.h"

#define YILAN_LIBXLSXWRITER_FUNCTIONS(USE)      \
    USE(chart_add_series)                       \
    USE(chart_axis_major_gridlines_set_visible) \
    USE(chart_axis_off)                         \
    USE(chart_axis_set_interval_unit)           \
    USE(chart_axis_set_major_tick_mark)         \
    USE(chart_axis_set_num_font)                \
    USE(chart_axis_set_reverse)                 \
    USE(chart_legend_set_font)                  \
    USE(chart_legend_set_position)              \
    USE(chart_series_set_categories)            \
    USE(chart_series_set_fill)                  \
    USE(chart_series_set_labels)                \
    USE(chart_series_set_labels_font)           \
    USE(chart_series_set_labels_num_format)     \
    USE(chart_series_set_name_range)            \
    USE(chart_series_set_values)                \
    USE(chart_set_series_gap)                   \
    USE(chart_title_set_name)                   \
    USE(chart_title_set_name_font)              \
    USE(format_set_align)                       \
    USE(format_set_bg_color)                    \
    USE(format_set_bold)                        \
    USE(format_set_border)                      \
    USE(format_set_border_color)                \
    USE(format_set_fg_color)                    \
    USE(format_set_font_charset)                \
    USE(format_set_font_color)                  \
    USE(format_set_font_name)                   \
    USE(format_set_font_size)                   \
    USE(format_set_font_strikeout)              \
    USE(format_set_indent)                      \
    USE(format_set_num_format)                  \
    USE(format_set_pattern)                     \
    USE(format_set_shrink)                      \
    USE(format_set_text_wrap)                   \
    USE(format_set_underline)                   \
    USE(lxw_chart_add_data_cache)               \
    USE(lxw_format_get_xf_index)                \
    USE(lxw_get_sst_index)                      \
    USE(lxw_workbook_free)                      \
    USE(workbook_add_chart)                     \
    USE(workbook_add_format)                    \
    USE(workbook_add_worksheet)                 \
    USE(workbook_close)                         \
    USE(workbook_new_opt)                       \
    USE(workbook_set_properties)                \
    USE(workbook_validate_sheet_name)           \
    USE(worksheet_activate)                     \
    USE(worksheet_add_table)                    \
    USE(worksheet_autofilter)                   \
    USE(worksheet_center_horizontally)          \
    USE(worksheet_conditional_format_range)     \
    USE(worksheet_data_validation_range)        \
    USE(worksheet_fit_to_pages)                 \
    USE(worksheet_freeze_panes)                 \
    USE(worksheet_gridlines)                    \
    USE(worksheet_hide)                         \
    USE(worksheet_ignore_errors)                \
    USE(worksheet_insert_chart_opt)             \
    USE(worksheet_merge_range)                  \
    USE(worksheet_print_area)                   \
    USE(worksheet_protect)                      \
    USE(worksheet_repeat_rows)                  \
    USE(worksheet_set_column_opt)               \
    USE(worksheet_set_footer)                   \
    USE(worksheet_set_h_pagebreaks)             \
    USE(worksheet_set_header)                   \
    USE(worksheet_set_landscape)                \
    USE(worksheet_set_margins)                  \
    USE(worksheet_set_paper)                    \
    USE(worksheet_set_portrait)                 \
    USE(worksheet_set_row)                      \
    USE(worksheet_set_tab_color)                \
    USE(worksheet_set_zoom)                     \
    USE(worksheet_write_array_formula)          \
    USE(worksheet_write_blank)                  \
    USE(worksheet_write_formula_num)            \
    USE(worksheet_write_formula_str)            \
    USE(worksheet_write_number)                 \
    USE(worksheet_write_rich_string)            \
    USE(worksheet_write_string)                 \
    USE(worksheet_write_url_opt)

#define YILAN_LIBXLSXWRITER "libxlsxwriter.so." LXW_SOVERSION

YILAN_LIBRARY(
    libxlsxwriter, YILAN_LIBXLSXWRITER, YILAN_LIBXLSXWRITER, YILAN_LIBXLSXWRITER_FUNCTIONS)
