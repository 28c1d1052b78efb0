/** Why an attack was not tried, as its report says it; each has a sentence under `attacks.reason`. */
export const notTestedReasons = [
  'not-run',
  'no-footfall',
  'too-coarse',
  'too-few-persons',
  'too-few-trials',
  'nothing-to-score',
  'nothing-published',
  'solver-gave-up',
  'too-large',
  'nothing-hidden',
  'places-not-told',
  'no-places-open',
  'needs-raw-data',
  'figures-contradict',
  'earlier-changed',
] as const;
