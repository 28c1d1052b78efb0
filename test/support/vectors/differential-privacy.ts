/**
 * Reference figures of the differential privacy path. zCDP to epsilon and back: computed after the published code of the US
 * Census (cdp2adp), agreeing with the tests of IBM's and OpenDP's libraries; the Census persons budget (542/339)^2 gives
 * the published 17.14. Discrete Gaussian: own computation to 15 digits; thresholds: own computation.
 */

/** rho, then epsilon at delta 1e-5, 1e-6, 1e-9 and 1e-10. */
export const epsilonOfRho = [
  [0.005, 0.375261235699023, 0.429941468836949, 0.564893284302036, 0.603536128979831],
  [0.01, 0.545725548274002, 0.621692654559602, 0.810174467867534, 0.864321185724173],
  [0.05, 1.30811834290644, 1.47159475053242, 1.88166029106184, 2.00027604752228],
  [0.1, 1.9142388320036, 2.14193892838547, 2.7154818867305, 2.88182800917424],
  [0.125, 2.16571554517549, 2.4190931768672, 3.05812216684591, 3.2436131448801],
  [0.5, 4.72838698494331, 5.22153444453017, 6.47407002072649, 6.83932941312085],
  [1, 7.07719669580634, 7.76621662531172, 9.52146367179223, 10.0343435813476],
  [2, 10.7248241129392, 11.6885962493549, 14.1501475538746, 14.8706780068137],
] as const;
export const deltasOfRho = [1e-5, 1e-6, 1e-9, 1e-10] as const;

/** rho, delta, epsilon: single values published by libraries and by the Census. */
export const singleEpsilons = [
  [0.025, 1e-6, 1.014074255, 1e-8],
  [1 / 32, 1e-3, 0.688002455488, 1e-10],
  [(542 / 339) ** 2, 1e-10, 17.1435507435959, 1e-10],
] as const;

/** epsilon, delta, rho. */
export const rhoOfEpsilon = [
  [0.1, 1e-6, 0.00032104769034574],
  [0.5, 1e-6, 0.0066415243566605],
  [1, 1e-6, 0.0243559703595384],
  [2, 1e-6, 0.0881526883799463],
  [4, 1e-6, 0.311064954940835],
  [8, 1e-6, 1.05235800455699],
] as const;
/** The same, printed to eight decimal places. */
export const printedRhoOfEpsilon = [
  [1, 1e-9, '0.01497306'],
  [2, 1e-9, '0.05613050'],
  [4, 1e-9, '0.20631291'],
] as const;

/** rho, epsilon, delta. */
export const deltaOfRho = [
  [0.025, 1, 1.33613190640322e-6],
  [0.05, 0.25, 0.0817727531036955],
  [0.5, 0, 0.558835639347435],
] as const;

/** rho a day, then epsilon at delta 1e-6 after 1, 7, 30 and 365 days: exact, and as printed. */
export const ledger = [
  ['0.005', [0.429941468836949, 1.21461755973469, 2.67293585691541, 11.0652752873963], '.43 1.21 2.67 11.07'],
  ['0.01', [0.621692654559602, 1.7649331904208, 3.9200575369412, 16.8712966738753], '.62 1.76 3.92 16.9'],
  ['0.02', [0.899935267660642, 2.57378347133316, 5.79060303162716, 26.1998757747558], '.90 2.57 5.79 26.2'],
  ['0.05', [1.47159475053242, 4.27236141921134, 9.8482291105938, 48.5145847186936], '1.47 4.27 9.85 48.5'],
  ['0.1', [2.14193892838547, 6.32314115691551, 14.9479191644926, 79.660371951534], '2.14 6.32 14.9 79.7'],
] as const;

/** sigma^2, variance, then the probabilities of 0, 1, 2 and 3. */
export const discreteGaussians = [
  [
    0.1,
    0.0132967251736242,
    [0.986703287028858, 0.00664835445182386, 2.03374705433156e-9, 2.82445649260927e-20],
  ],
  [0.5, 0.49897913083282, [0.564131226218842, 0.207532280248748, 0.0103324238252831, 6.96193241068456e-5]],
  [1, 0.999999788767728, [0.398942278266862, 0.241970723224461, 0.0539909662243053, 0.00443184838822507]],
  [10, 10, [0.126156626101008, 0.120003894843014, 0.103288309493456, 0.0804410163156249]],
] as const;

/** sigma^2, epsilon, the exact delta of one discrete Gaussian count of sensitivity 1. */
export const discreteGaussianDeltas = [
  [1, 1, 0.141351339405622],
  [4, 1, 0.00724877684595258],
  [10, 1, 0.000115132525363862],
  [100, 0.1, 0.00876235392394809],
] as const;

/** Discrete Laplace of scale 1: probabilities of 0 and 1, P[X > 9] and P[X >= 9]. */
export const discreteLaplace = {
  p0: 0.46211715726001,
  p1: 0.170003401568548,
  above9: 3.31900081220642e-5,
  from9: 9.02197959646153e-5,
  variance: 1.84134718841558,
} as const;

/** sigma needed for n touched groups, as printed, with the 95 % half-width where one is printed. */
export const printedSigmas = [
  ['0.01', [7.1, 14.1, 34.6, 91.7], 68],
  ['0.05', [3.2, 6.3, 15.5, 41.0], 30],
  ['0.1', [2.2, 4.5, 11.0, 29.0], 21],
  ['0.25', [1.4, 2.8, 6.9, 18.3], 14],
  ['0.5', [1.0, 2.0, 4.9, 13.0], 10],
  ['1', [0.7, 1.4, 3.5, 9.2], 7],
] as const;
export const touchedGroups = [1, 4, 24, 168] as const;
