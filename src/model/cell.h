/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading one cell by the type of its column. */
#ifndef SV_MODEL_CELL_H
#define SV_MODEL_CELL_H

#include <speelveld/model.h>

#include "../base/text.h"

/*
 * Read what a person wrote in a cell of this type. `canonical` gets the canonical text, or the text as it
 * stood when it cannot be read; then *code says what is wrong and *expected what could have stood there.
 * A code of severity SV_NOTE leaves the cell usable. False without memory.
 */
bool sv_cell_read(sv_type type, const char *text, sv_text *canonical, sv_code *code, const char **expected);

/* The same for a number that is one for certain; SV_E_NONE when the type takes it. */
sv_code sv_cell_check_number(sv_type type, double number, const char **expected);

/* True for the types that hold numbers. */
bool sv_cell_is_number(sv_type type);

#endif
