/* SPDX-License-Identifier: MIT */
/*
 * Surroundings. A picture may not depend on who makes it: language, time zone and a user's own font settings are
 * put aside. Only a place for fontconfig's cache is taken over, because without one every start costs a quarter
 * of a second; where the user has no place that can be written, one is made among the temporary files.
 */
#include "finish.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { path_most = 4096 };

/* True when fontconfig can write in folder/name, with folder/name made if need be and folder only there already. */
static bool usable(const char *folder, const char *name, char path[path_most])
{
    if (!folder || folder[0] != '/' || snprintf(path, path_most, "%s%s", folder, name) >= path_most)
        return false;
    if (*name)
        mkdir(path, 0700);
    return access(path, W_OK | X_OK) == 0;
}

/* A folder that is ours alone: made by us, or by an earlier run of the same user, and no link to elsewhere. */
static bool temporary(char path[path_most])
{
    const char *parent = getenv("TMPDIR");
    struct stat about;
    if (!parent || parent[0] != '/')
        parent = "/tmp";
    if (snprintf(path, path_most, "%s/speelveld-fonts-%lu", parent, (unsigned long)geteuid()) >= path_most)
        return false;
    mkdir(path, 0700);
    return lstat(path, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid() && !(about.st_mode & 022);
}

void environment_settle(void)
{
    char cache[path_most];
    bool found = usable(getenv("XDG_CACHE_HOME"), "", cache) || usable(getenv("HOME"), "/.cache", cache) || temporary(cache);
    clearenv();
    setenv("LC_ALL", "C", 1);
    setenv("OMP_NUM_THREADS", "1", 1); /* sums in another order are other places */
    setenv("TZ", "UTC0", 1);
    setenv("HOME", "/nonexistent", 1);
    if (found)
        setenv("XDG_CACHE_HOME", cache, 1);
}

#if defined(__SANITIZE_ADDRESS__)
/* What the libraries keep until the end is theirs; a leak of ours is still told. */
const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}

const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libgvc\nleak:libgvplugin\nleak:libcgraph\nleak:libfontconfig\nleak:libpango\nleak:libglib\nleak:libcairo\n";
}
#endif
