/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a CSV file: a sheet, an edge list, or refused; and what was read is not lost. */
#include "round_trip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_round_trip("Actoren.csv", data, size);
    check_round_trip("x.edges.csv", data, size);
    return 0;
}
