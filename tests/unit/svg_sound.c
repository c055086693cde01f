/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An SVG as XML: see svg_sound.h. */
#include "svg_sound.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool is_among(const char *name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static size_t complain(const char *what, const char *name)
{
    fprintf(stderr, "%s: %s\n", what, name);
    return 1;
}

/* The one child of this name; NULL when there is none, or it is empty. */
static xmlNode *filled_child(const xmlNode *parent, const char *name)
{
    for (xmlNode *node = parent->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
            return node->children && node->children->content && *node->children->content ? node : NULL;
    return NULL;
}

static size_t faults_of_attributes(const xmlNode *node)
{
    bool link = strcmp((const char *)node->name, "a") == 0;
    size_t faults = 0;
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        const char *name = (const char *)attribute->name, *value = attribute->children ? (const char *)attribute->children->content : "";
        if (strncasecmp(name, "on", 2) == 0 || strcmp(name, "style") == 0)
            faults += complain("an attribute that may do something", name);
        if (strcmp(name, "href") == 0 && (!link || (strncmp(value, "http://", 7) != 0 && strncmp(value, "https://", 8) != 0)))
            faults += complain("an address", value);
        if (strcmp(name, "href") != 0 && strcmp(name, "id") != 0 && strcmp(name, "class") != 0 && strcasestr(value, "url("))
            faults += complain("an address in an attribute", value);
    }
    return faults;
}

static bool has_class(const char *classes, const char *class)
{
    size_t n = strlen(class);
    return strncmp(classes, class, n) == 0 && (classes[n] == ' ' || classes[n] == '\0');
}

static size_t faults_of_group(const xmlNode *group, size_t *actors)
{
    xmlChar *classes = xmlGetProp(group, (const xmlChar *)"class"), *id = xmlGetProp(group, (const xmlChar *)"id");
    size_t faults = 0;
    if (classes && has_class((const char *)classes, "actor")) {
        ++*actors;
        if (!id || (strncmp((const char *)id, "actor-", 6) != 0 && strncmp((const char *)id, "group-", 6) != 0))
            faults += complain("an actor without an id", (const char *)classes);
        if (!strchr((const char *)classes, ' '))
            faults += complain("an actor of no kind", id ? (const char *)id : "");
        if (!filled_child(group, "title"))
            faults += complain("an actor without a tooltip", id ? (const char *)id : "");
    }
    xmlFree(classes);
    xmlFree(id);
    return faults;
}

static size_t faults_below(const xmlNode *parent, size_t *actors)
{
    static const char *const elements[] = {"title", "desc", "g", "a", "text", "ellipse", "polygon", "polyline", "path"};
    size_t faults = 0;
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (node->type == XML_TEXT_NODE)
            continue;
        if (node->type != XML_ELEMENT_NODE) {
            faults += complain("neither an element nor text", (const char *)node->name);
            continue;
        }
        if (!is_among((const char *)node->name, elements, sizeof elements / sizeof *elements))
            faults += complain("an element that no picture needs", (const char *)node->name);
        faults += faults_of_attributes(node);
        if (strcmp((const char *)node->name, "g") == 0)
            faults += faults_of_group(node, actors);
        faults += faults_below(node, actors);
    }
    return faults;
}

size_t svg_sound_faults(const char *svg, size_t length, size_t *actors)
{
    xmlDoc *document = xmlReadMemory(svg, (int)length, "picture.svg", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    xmlChar *language = root ? xmlNodeGetLang(root) : NULL;
    size_t faults = 0;
    *actors = 0;
    if (!root)
        return complain("not well-formed", "the picture");
    if (document->children != root || root->next)
        faults += complain("something beside the picture", "");
    if (!filled_child(root, "title"))
        faults += complain("no title", "");
    if (!filled_child(root, "desc"))
        faults += complain("no description", "");
    if (!language)
        faults += complain("no language", "");
    faults += faults_below(root, actors);
    xmlFree(language);
    xmlFreeDoc(document);
    return faults;
}
