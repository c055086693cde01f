/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Colour vision. Protanopia and deuteranopia by Viénot, Brettel and Mollon (1999): in the space of the three cones (Smith & Pokorny 1975)
 * the response that is missing is taken from the other two, so that white and blue stay what they are. Tritanopia by
 * Brettel, Viénot and Mollon (1997): two half planes through the greys, one for each side of the spectrum (485 and 660 nm).
 * Grey keeps the luminance, as a printer without colours does. Distances are those of CIE 1976 L*a*b*.
 */
#include "colour_vision.h"

#include <math.h>
#include <string.h>

/* Linear sRGB to CIE XYZ (IEC 61966-2-1), and XYZ to the cones (Smith & Pokorny 1975). */
static const double to_xyz[3][3] = {
    {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
static const double to_cones[3][3] = {{0.15514, 0.54312, -0.03286}, {-0.15514, 0.45684, 0.03286}, {0, 0, 0.01608}};

/* For tritanopia, as matrices on linear sRGB with the normal of the plane that parts the two sides. */
static const double tritan[2][3][3] = {{{1.01277, 0.13548, -0.14826}, {-0.01243, 0.86812, 0.14431}, {0.07589, 0.80500, 0.11911}},
                                       {{0.93678, 0.18979, -0.12657}, {0.06154, 0.81526, 0.12320}, {-0.37562, 1.12767, 0.24796}}};
static const double tritan_side[3] = {0.03901, -0.02788, -0.01113};

static void apply(const double matrix[3][3], const double in[3], double out[3])
{
    double copy[3] = {in[0], in[1], in[2]};
    for (int i = 0; i < 3; i++)
        out[i] = matrix[i][0] * copy[0] + matrix[i][1] * copy[1] + matrix[i][2] * copy[2];
}

static double determinant(const double a[3], const double b[3], const double c[3])
{
    return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

/* Solve matrix x = v (Cramer). */
static void solve(const double matrix[3][3], const double wanted[3], double x[3])
{
    double columns[3][3], whole, v[3] = {wanted[0], wanted[1], wanted[2]};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            columns[j][i] = matrix[i][j];
    whole = determinant(columns[0], columns[1], columns[2]);
    x[0] = determinant(v, columns[1], columns[2]) / whole;
    x[1] = determinant(columns[0], v, columns[2]) / whole;
    x[2] = determinant(columns[0], columns[1], v) / whole;
}

static void cones_of(const double rgb[3], double cones[3])
{
    apply(to_xyz, rgb, cones);
    apply(to_cones, cones, cones);
}

/* The missing cone (0 long, 1 middle) from the other two, by the plane through white and blue. */
static void lose_cone(int missing, double rgb[3])
{
    static const double white[3] = {1, 1, 1}, blue[3] = {0, 0, 1};
    int a = missing == 0 ? 1 : 0, b = 2;
    double w[3], u[3], cones[3], below, of_a, of_b;
    cones_of(white, w);
    cones_of(blue, u);
    below = w[a] * u[b] - w[b] * u[a];
    of_a = (w[missing] * u[b] - u[missing] * w[b]) / below;
    of_b = (u[missing] * w[a] - w[missing] * u[a]) / below;
    cones_of(rgb, cones);
    cones[missing] = of_a * cones[a] + of_b * cones[b];
    solve(to_cones, cones, cones);
    solve(to_xyz, cones, rgb);
}

static double linear(uint32_t colour, int shift)
{
    double share = ((colour >> shift) & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

void seen_as(uint32_t colour, vision how, double rgb[3])
{
    double grey;
    for (int i = 0; i < 3; i++)
        rgb[i] = linear(colour, 24 - 8 * i);
    switch (how) {
    case VISION_PROTANOPIA: lose_cone(0, rgb); break;
    case VISION_DEUTERANOPIA: lose_cone(1, rgb); break;
    case VISION_TRITANOPIA: apply(tritan[tritan_side[0] * rgb[0] + tritan_side[1] * rgb[1] + tritan_side[2] * rgb[2] < 0], rgb, rgb); break;
    case VISION_GREY:
        grey = to_xyz[1][0] * rgb[0] + to_xyz[1][1] * rgb[1] + to_xyz[1][2] * rgb[2];
        rgb[0] = rgb[1] = rgb[2] = grey;
        break;
    default: break;
    }
    for (int i = 0; i < 3; i++)
        rgb[i] = fmin(fmax(rgb[i], 0), 1);
}

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* L*, a*, b*, with the white of sRGB. */
static void lab_of(const double rgb[3], double lab[3])
{
    static const double white[3] = {1, 1, 1};
    double xyz[3], w[3];
    apply(to_xyz, rgb, xyz);
    apply(to_xyz, white, w);
    for (int i = 0; i < 3; i++)
        xyz[i] = lab_curve(xyz[i] / w[i]);
    lab[0] = 116 * xyz[1] - 16;
    lab[1] = 500 * (xyz[0] - xyz[1]);
    lab[2] = 200 * (xyz[1] - xyz[2]);
}

double seen_apart(uint32_t a, uint32_t b, vision how)
{
    double rgb[3], first[3], second[3];
    seen_as(a, how, rgb);
    lab_of(rgb, first);
    seen_as(b, how, rgb);
    lab_of(rgb, second);
    return sqrt(pow(first[0] - second[0], 2) + pow(first[1] - second[1], 2) + pow(first[2] - second[2], 2));
}
