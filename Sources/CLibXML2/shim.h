// libxml2's headers pull in ICU's, which clash with Foundation's own ICU: switch that off before the rest.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a variable that holds a function, which Swift takes for shared mutable state.
static inline void ykien_xml_free(xmlChar *text) { xmlFree(text); }
