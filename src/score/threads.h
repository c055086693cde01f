/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A crew: threads that share one job of many blocks. Each block adds numbers to an array of sums of its own, and those
 * are added up in the order of the blocks, so that the answer is the same to the last bit for any number of threads.
 * No member may call igraph, which is not safe in threads.
 */
#ifndef SV_SCORE_CREW_H
#define SV_SCORE_CREW_H

#include <speelveld/score.h>

typedef struct crew_member crew_member;

typedef struct crew_job {
    const void *about;  /* handed to the functions below */
    size_t blocks;      /* how many pieces the job is cut into; never by the number of threads */
    size_t sums;        /* how many numbers are added up */
    double cost;        /* about how many ties are looked at in all: a small job is not worth a thread */
    void *(*begin)(const void *about);  /* room for one member to work in; NULL without memory */
    void (*end)(void *room);            /* takes NULL */
    void (*work)(const crew_member *member, const void *about, void *room, size_t block, double *sums);
} crew_job;

/*
 * Do the job, on as many threads as `options` says (by itself no more than the job is worth); `total` has room for its sums and is added to. Without memory or
 * threads for all it is done by fewer. SV_E_STOPPED when the progress function says so.
 */
sv_status crew_run(const crew_job *job, const sv_scores_options *options, const char *step, double *total, sv_error *error);

/* Asked by a member now and then; false: leave the block as it is, the job was stopped. */
bool crew_goes_on(const crew_member *member);

#endif
