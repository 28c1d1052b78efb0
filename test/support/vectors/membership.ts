/** rho, highest area under the curve, highest balanced accuracy: Phi(sqrt(rho)) and Phi(sqrt(rho / 2)) by another program's erfc. */
export const gaussianCeilings = [
  [0.005, 0.5281859888985083, 0.5199388058383725],
  [0.01, 0.539827837277029, 0.5281859888985083],
  [0.05, 0.5884683631209393, 0.5628164694185541],
  [0.1, 0.6240851829770754, 0.5884683631209393],
  [0.125, 0.6381631950841185, 0.5987063256829237],
  [0.25, 0.6914624612740131, 0.6381631950841185],
  [0.5, 0.7602499389065233, 0.6914624612740131],
  [1, 0.8413447460685429, 0.7602499389065233],
  [2, 0.9213503964748575, 0.8413447460685429],
  [2.56, 0.945200708300442, 0.8710504823538302],
] as const;

/** epsilon and the highest accuracy e^epsilon / (1 + e^epsilon), by another program. */
export const pureCeilings = [
  [0.1, 0.52497918747894],
  [0.25, 0.5621765008857981],
  [0.5, 0.6224593312018546],
  [0.66, 0.6592603884513855],
  [1, 0.7310585786300049],
  [2, 0.8807970779778823],
  [4, 0.9820137900379085],
] as const;

/**
 * Trips of a person, and how often the attacker is right at epsilon 0.66 per trip (Houssiau et al. 2022 for 32; others recomputed by another
 * program, error .001). For 2 trips it is worked out by hand with q = e^-0.66,
 * 1/4 + (1 - q)/2 + (1 - 1.66 q)/4 + q/4, since evidence can cancel out exactly and a coin then decides.
 */
export const certaintyByTrips = [
  [1, 0.641],
  [2, 0.6563],
  [5, 0.753],
  [10, 0.829],
  [20, 0.91],
  [32, 0.955],
  [39, 0.969],
] as const;
