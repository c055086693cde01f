/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "chemnet_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading.h"

sv_map *chemnet_map(void)
{
    char *data = data_path("networks"), *folder, command[500];
    sv_problems problems;
    sv_map *map = NULL;
    if (!data)
        return NULL;
    free(data);
    folder = make_folder();
    snprintf(command, sizeof command, "sh tests/chemnet_map.sh '%s'", folder);
    assert_int_equal(system(command), 0);
    sv_problems_init(&problems);
    assert_int_equal(sv_map_read((const char *const[]){folder}, 1, &map, &problems, NULL), SV_OK);
    assert_int_equal(problems.errors, 0);
    sv_problems_clear(&problems);
    remove_folder(folder);
    return map;
}

support_table reference_table(const char *name)
{
    char file[200], *path;
    support_table table;
    snprintf(file, sizeof file, "reference/%s", name);
    path = data_path(file);
    assert_non_null(path);
    if (!table_read(path, &table))
        fail_msg("there is no \"%s\"", path);
    free(path);
    return table;
}
