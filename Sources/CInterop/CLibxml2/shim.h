#include <dlfcn.h>
#include <stddef.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

// The library is loaded when the first page is read and not when the program starts: with ICU and
// liblzma, which it brings, finding, mapping and relocating it was 0.4 of the 9.3 ms of converting a
// table of 60 targets, and it kept the program from having the C++ library in itself, another 0.5.

// The file that has the functions as the headers declare them.
#if LIBXML_VERSION < 21400
#define YILAN_LIBXML2 "libxml2.so.2"
#else
#define YILAN_LIBXML2 "libxml2.so.16"
#endif

// Each function that is used.
#define YILAN_LIBXML2_FUNCTIONS(EACH) \
    EACH(xmlInitParser)               \
    EACH(xmlStopParser)               \
    EACH(xmlSwitchEncoding)           \
    EACH(htmlCreateMemoryParserCtxt)  \
    EACH(htmlCtxtUseOptions)          \
    EACH(htmlFreeParserCtxt)          \
    EACH(htmlParseDocument)

/// The functions under their names, with the types that the library's headers give them.
struct libxml2_functions {
#define YILAN_DECLARE(name) __typeof__(&name) name;
    YILAN_LIBXML2_FUNCTIONS(YILAN_DECLARE)
#undef YILAN_DECLARE
};

/// Loads the library; returns whether all of its functions were found.
static inline int libxml2_load(struct libxml2_functions *functions) {
    void *library = dlopen(YILAN_LIBXML2, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return 0;
#define YILAN_FIND(name)                                                  \
    functions->name = (__typeof__(functions->name))dlsym(library, #name); \
    if (functions->name == NULL) return 0;
    YILAN_LIBXML2_FUNCTIONS(YILAN_FIND)
#undef YILAN_FIND
    return 1;
}
