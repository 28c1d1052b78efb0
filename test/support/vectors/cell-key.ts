/**
 * Perturbation tables: figure -> probability, by true count; the last count stands for all larger ones. D2 tables agree
 * with the vignette of the R package ptable (sdcTools), the D4 table was computed for the design of this project.
 */
export const referenceTables = [
  {
    parameters: {
      maximumNoise: 2,
      variance: 1.08,
      largestForbidden: 1,
      monotone: [true, true, false, true],
    },
    rows: [
      { 0: 0.513333, 2: 0.46, 3: 0.026667 },
      { 0: 0.165608, 2: 0.54635, 3: 0.244867, 4: 0.043175 },
      { 2: 0.420785, 3: 0.277646, 4: 0.182354, 5: 0.119215 },
      { 2: 0.073947, 3: 0.244213, 4: 0.36368, 5: 0.244213, 6: 0.073947 },
    ],
  },
  {
    parameters: { maximumNoise: 2, variance: 0.9, largestForbidden: 0, monotone: true },
    rows: [
      { 0: 0.3625, 1: 0.3625, 2: 0.1875, 3: 0.0875 },
      { 0: 0.051546, 1: 0.243816, 2: 0.409277, 3: 0.243816, 4: 0.051546 },
    ],
  },
  {
    parameters: { maximumNoise: 4, variance: 1.8, largestForbidden: 1, monotone: true },
    rows: [
      { 0: 0.608962, 2: 0.234777, 3: 0.106055, 4: 0.038753, 5: 0.011454 },
      { 0: 0.2452, 2: 0.400972, 3: 0.242412, 4: 0.088938, 5: 0.019803, 6: 0.002676 },
      { 0: 0.068325, 2: 0.289431, 3: 0.307707, 4: 0.210606, 5: 0.092799, 6: 0.026324, 7: 0.004807 },
      {
        0: 0.007872,
        2: 0.12307,
        3: 0.238043,
        4: 0.285853,
        5: 0.213115,
        6: 0.098643,
        7: 0.028347,
        8: 0.005057,
      },
      {
        2: 0.027427,
        3: 0.102777,
        4: 0.226221,
        5: 0.292469,
        6: 0.222095,
        7: 0.099063,
        8: 0.025953,
        9: 0.003994,
      },
      {
        2: 0.00361,
        3: 0.024832,
        4: 0.098446,
        5: 0.224959,
        6: 0.296305,
        7: 0.224959,
        8: 0.098446,
        9: 0.024832,
        10: 0.00361,
      },
    ],
  },
] as const;

/** D2 V1 js0, count 1: the variance stays at .932 (ptable gives up after 20 tries and shows the same figures). */
export const shortRow = { probabilities: [0.3665, 0.3665, 0.1676, 0.0995], variance: 0.932 } as const;
