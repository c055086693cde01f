/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a JSON file: a map or refused; and what was read is not lost. */
#include "round_trip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_round_trip("map.json", data, size);
    return 0;
}
