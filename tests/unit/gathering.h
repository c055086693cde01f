/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Everything that stands on the disk under a path, for tests that look for what may not be there. */
#ifndef SV_TEST_GATHERING_H
#define SV_TEST_GATHERING_H

#include "base/text.h"

/* Add the name and the bytes of a file, or of every file below a folder; of an archive also its parts, unpacked. */
void gather_files(const char *path, sv_text *all);

#endif
