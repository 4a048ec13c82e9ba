#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "../loading.h"

// The file that has the functions as the headers declare them.
#if LIBXML_VERSION < 21400
#define YILAN_LIBXML2 "libxml2.so.2"
#else
#define YILAN_LIBXML2 "libxml2.so.16"
#endif

#define YILAN_LIBXML2_FUNCTIONS(USE) \
    USE(xmlInitParser)               \
    USE(xmlStopParser)               \
    USE(xmlSwitchEncoding)           \
    USE(htmlCreateMemoryParserCtxt)  \
    USE(htmlCtxtUseOptions)          \
    USE(htmlFreeParserCtxt)          \
    USE(htmlParseDocument)

YILAN_LIBRARY(libxml2, YILAN_LIBXML2, YILAN_LIBXML2, YILAN_LIBXML2_FUNCTIONS)
