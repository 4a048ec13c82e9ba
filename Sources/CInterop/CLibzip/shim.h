#include <zip.h>

#include "../loading.h"

#define YILAN_LIBZIP_FUNCTIONS(USE)     \
    USE(zip_close)                      \
    USE(zip_discard)                    \
    USE(zip_error_code_system)          \
    USE(zip_error_code_zip)             \
    USE(zip_error_fini)                 \
    USE(zip_error_init)                 \
    USE(zip_error_init_with_code)       \
    USE(zip_error_set)                  \
    USE(zip_error_strerror)             \
    USE(zip_error_to_data)              \
    USE(zip_fclose)                     \
    USE(zip_file_add)                   \
    USE(zip_file_get_error)             \
    USE(zip_file_set_dostime)           \
    USE(zip_fopen_index)                \
    USE(zip_fread)                      \
    USE(zip_get_error)                  \
    USE(zip_get_name)                   \
    USE(zip_get_num_entries)            \
    USE(zip_open)                       \
    USE(zip_open_from_source)           \
    USE(zip_source_free)                \
    USE(zip_source_function_create)     \
    USE(zip_source_seek_compute_offset) \
    USE(zip_stat_index)                 \
    USE(zip_stat_init)

// Debian up to 12, which has 1.7, has its own number for what others call libzip.so.5; the functions are the
// same. The number of the version that this is compiled for is tried first: to find out that there is no
// file of a name, the loader looks into 84 folders, for 0.1 ms.
#if LIBZIP_VERSION_MAJOR == 1 && LIBZIP_VERSION_MINOR <= 7
#define YILAN_LIBZIP "libzip.so.4"
#define YILAN_OTHER_LIBZIP "libzip.so.5"
#else
#define YILAN_LIBZIP "libzip.so.5"
#define YILAN_OTHER_LIBZIP "libzip.so.4"
#endif

YILAN_LIBRARY(libzip, YILAN_LIBZIP, YILAN_OTHER_LIBZIP, YILAN_LIBZIP_FUNCTIONS)
