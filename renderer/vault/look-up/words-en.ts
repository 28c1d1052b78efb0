import type { LookUpWords } from './look-up-words.ts';

export const english: LookUpWords = {
  heading: 'Look up a status',
  intro: 'Is an identifier in the objection register or in the extract, and would its person count?',
  identifier: 'Identifier',
  hint: 'Written as in the extract; upper and lower case are different.',
  lookUp: 'Look up',
  close: 'Close',
  unchanged: 'This look-up changes nothing and is not kept.',
  register: 'Objection register',
  inRegister: 'In the register: this identifier, or another of the same person.',
  notInRegister: 'Not in the register.',
  noRegister: 'No register was opened with this extract.',
  extract: 'Extract',
  inExtract: 'The person is in the extract.',
  notInExtract: 'Not in the extract: no usable event bears it.',
  recipe: 'Present recipe',
  counts: 'The person would count.',
  doesNotCount: 'The person would not count.',
  because: {
    counts: 'At least one of their events lies in the period and the zones of the recipe.',
    objection: 'An objection stands in the register.',
    notInExtract: 'There is no usable event to count.',
    withoutConsent: 'The recipe counts only people with consent, and none is stated.',
    machineLike: 'It looks like a device that stands still and never sleeps; the recipe leaves those out.',
    withoutCategory: 'Age or gender is not known, and the recipe leaves such people out.',
    outsideRelease: 'None of their events lies in the period and the zones of the recipe.',
  },
  problems: {
    'nothing-loaded': 'No extract is loaded yet. Close this window and read one first.',
    'vault-gone': 'The extract is no longer in memory. Close this window and read it again.',
    defect:
      'Something went wrong in the process that holds the raw data. Nothing was found out and nothing was changed.',
  },
  problem: 'That did not work:',
};
