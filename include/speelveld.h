/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld.h - everything: a map comes in through a format, becomes a network, gets scores, is drawn and reported. */
#ifndef SPEELVELD_H
#define SPEELVELD_H

#include <speelveld/base.h>
#include <speelveld/model.h>
#include <speelveld/format.h>
#include <speelveld/network.h>
#include <speelveld/score.h>
#include <speelveld/advice.h>
#include <speelveld/picture.h>
#include <speelveld/draw.h>
#include <speelveld/report.h>

#endif
