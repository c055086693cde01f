/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Splitting a job over threads so that it gives the same bits however many there are. */
#include "threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "../base/memory.h"

static const double worth_a_thread = 5e6; /* some milliseconds */
enum { members_most = 64, shelves_each = 2 }; /* two: who is ahead of the others goes on */

/* The sums of one block, waiting for their turn. */
typedef struct shelf {
    double *sums;
    size_t block;
    bool full, taken;
} shelf;

typedef struct crew {
    const crew_job *job;
    const sv_scores_options *options;
    const char *step;
    double *total;
    shelf shelves[members_most * shelves_each];
    size_t n_shelves;
    size_t next, added; /* the block to be taken next, and how many have been added to the total */
    pthread_mutex_t lock;
    pthread_cond_t added_one;
    atomic_bool stopped;
    atomic_size_t done;
} crew;

struct crew_member {
    crew *of;
    void *room;
    bool leads; /* runs on the caller's own thread: only there may its function be called */
    pthread_t thread;
};

bool crew_goes_on(const crew_member *member)
{
    crew *all = member->of;
    const sv_scores_options *options = all->options;
    if (member->leads && options && options->progress && !atomic_load(&all->stopped) &&
        !options->progress(options->progress_context, all->step, (double)atomic_load(&all->done) / (double)all->job->blocks))
        atomic_store(&all->stopped, true);
    return !atomic_load(&all->stopped);
}

/* A block to do and a shelf for what it gives; NULL when there is nothing left to do. Waits while all shelves are full. */
static shelf *take_block(crew *all)
{
    shelf *found = NULL;
    pthread_mutex_lock(&all->lock);
    while (!found && all->next < all->job->blocks && !atomic_load(&all->stopped)) {
        for (size_t i = 0; !found && i < all->n_shelves; i++)
            if (!all->shelves[i].taken)
                found = &all->shelves[i];
        if (!found)
            pthread_cond_wait(&all->added_one, &all->lock);
    }
    if (found) {
        found->taken = true;
        found->block = all->next++;
    }
    pthread_mutex_unlock(&all->lock);
    return found;
}

/* Add to the total every full shelf whose turn it is, and empty it. */
static void add_in_turn(crew *all)
{
    bool added = true;
    while (added) {
        added = false;
        for (size_t i = 0; i < all->n_shelves; i++) {
            shelf *one = &all->shelves[i];
            if (!one->full || one->block != all->added)
                continue;
            for (size_t k = 0; k < all->job->sums; k++) {
                all->total[k] += one->sums[k];
                one->sums[k] = 0;
            }
            one->full = one->taken = false;
            all->added++;
            added = true;
        }
    }
    pthread_cond_broadcast(&all->added_one);
}

static void *take_part(void *context)
{
    crew_member *member = context;
    crew *all = member->of;
    shelf *mine;
    while (crew_goes_on(member) && (mine = take_block(all)) != NULL) {
        all->job->work(member, all->job->about, member->room, mine->block, mine->sums);
        atomic_fetch_add(&all->done, 1);
        pthread_mutex_lock(&all->lock);
        mine->full = true;
        add_in_turn(all);
        pthread_mutex_unlock(&all->lock);
    }
    pthread_mutex_lock(&all->lock);
    pthread_cond_broadcast(&all->added_one); /* who waits for a shelf sees that it was stopped */
    pthread_mutex_unlock(&all->lock);
    return NULL;
}

static size_t members_wanted(const crew_job *job, const sv_scores_options *options)
{
    size_t wanted = options ? options->threads : 0;
    cpu_set_t set;
    if (wanted == 0) {
        wanted = sched_getaffinity(0, sizeof set, &set) == 0 ? (size_t)CPU_COUNT(&set) : 1;
        if ((double)wanted > 1 + job->cost / worth_a_thread)
            wanted = 1 + (size_t)(job->cost / worth_a_thread);
    }
    if (wanted > job->blocks)
        wanted = job->blocks;
    return wanted > members_most ? members_most : wanted;
}

/* Room and shelves for one more member. */
static bool hire(crew *all, crew_member *member, int shelves)
{
    *member = (crew_member){.of = all};
    member->room = all->job->begin(all->job->about);
    for (int i = 0; member->room && i < shelves; i++) {
        double *sums = sv_alloc(all->job->sums, sizeof *sums);
        if (!sums && i == 0) {
            all->job->end(member->room);
            return false;
        }
        if (sums)
            all->shelves[all->n_shelves++].sums = sums;
    }
    return member->room != NULL;
}

sv_status crew_run(const crew_job *job, const sv_scores_options *options, const char *step, double *total, sv_error *error)
{
    crew *all = NULL;
    crew_member *members = NULL;
    size_t n = 0, started = 1, wanted = members_wanted(job, options);
    sv_status status = SV_OK;
    if (job->blocks == 0)
        return SV_OK;
    all = sv_alloc(1, sizeof *all);
    members = sv_alloc(wanted, sizeof *members);
    if (all && members) {
        *all = (crew){.job = job, .options = options, .step = step, .total = total};
        while (n < wanted && hire(all, &members[n], wanted > 1 ? shelves_each : 1))
            n++;
    }
    if (n == 0) {
        free(all);
        free(members);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    pthread_mutex_init(&all->lock, NULL);
    pthread_cond_init(&all->added_one, NULL);
    members[0].leads = true;
    while (started < n && pthread_create(&members[started].thread, NULL, take_part, &members[started]) == 0)
        started++;
    take_part(&members[0]);
    while (started > 1)
        pthread_join(members[--started].thread, NULL);
    if (atomic_load(&all->stopped))
        status = sv_error_set(error, SV_E_STOPPED, NULL, NULL);
    pthread_cond_destroy(&all->added_one);
    pthread_mutex_destroy(&all->lock);
    for (size_t i = 0; i < n; i++)
        job->end(members[i].room);
    for (size_t i = 0; i < all->n_shelves; i++)
        free(all->shelves[i].sums);
    free(members);
    free(all);
    return status;
}
