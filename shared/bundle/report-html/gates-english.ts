import type { GateWords } from './words.ts';

/** The gates in English, by their ids. */
export const englishGates: Readonly<Record<string, GateWords>> = {
  'terms-complete': {
    name: 'Terms',
    pass: 'Purpose, legal basis, recipient and release date are stated.',
    fail: 'Purpose, legal basis, recipient or release date is missing.',
  },
  'policy-kept': {
    name: 'Policy',
    pass: 'The recipe keeps every rule of the policy.',
    fail: 'The recipe breaks a rule of the policy.',
  },
  'minimum-persons': {
    name: 'Minimum persons',
    pass: 'No published figure describes fewer persons than the recipe and the policy ask for; where noise is the promise, no published figure is below the threshold.',
    fail: 'A figure would describe fewer persons than allowed.',
  },
  rounding: {
    name: 'Rounding',
    pass: 'Figures are rounded as the recipe says, and the base is not above the minimum.',
    fail: 'The rounding base is above the minimum, or a figure is not rounded to it.',
  },
  'table-schema': {
    name: 'Table',
    pass: 'The table has the columns and values its schema asks for.',
    fail: 'The table does not follow its schema.',
  },
  'objection-register': {
    name: 'Objection register',
    pass: 'Objections were applied: by a register that is recent enough and matches enough people, or as the policy otherwise allows.',
    fail: 'The register is missing, too old, not dated, or matches too few people, and the policy does not accept that.',
  },
  'places-known': {
    name: 'Places known',
    pass: 'The open files name places of every kind the policy wants masked, or the policy states that the area has none.',
    fail: 'The files name no place of a kind the policy wants masked, so it would be masked nowhere. Open a more complete file, or state in the policy that the area has none.',
  },
  'something-published': {
    name: 'Something is published',
    pass: 'At least one group is published.',
    fail: 'With this recipe nothing would be published.',
  },
  'recoverable-blanks': {
    name: 'No recoverable blanks',
    pass: 'No hidden figure can be worked out exactly or too closely from what is published.',
    fail: 'A hidden figure could be worked out from what is published.',
  },
  'whole-groups': {
    name: 'Facts about whole groups',
    pass: 'No published part makes up its published whole: nothing is said of everybody in a group.',
    fail: 'A published part makes up its published whole: it says something of everybody in a group. Choose coarser bands or zones, or leave the totals out.',
  },
  subtraction: {
    name: 'Subtraction',
    pass: 'No difference or sum of published figures shows a few persons, neither within the release nor beside earlier ones.',
    fail: 'Differences or sums of published figures show a few persons.',
  },
  'sensitive-places': {
    name: 'Sensitive places',
    pass: 'No published group is at a sensitive place so much more often than everybody that it says something about all of them.',
    fail: 'A published group is at a sensitive place so much more often than everybody that it says something about all of them. Mask the places more widely or choose coarser groups.',
  },
  membership: {
    name: 'Was this person in it?',
    pass: 'Whether a person is in the data cannot be told from the figures more often than the policy allows.',
    fail: 'Whether a person is in the data can be told from the figures more often than the policy allows.',
  },
  recovery: {
    name: 'Can they be followed?',
    pass: 'People cannot be followed through the figures further than the policy allows.',
    fail: 'People can be followed through the figures further than the policy allows.',
  },
  reconstruction: {
    name: 'Rebuilt from the figures',
    pass: 'The figures together give away no more of the hidden detail than the policy allows.',
    fail: 'The figures together give away more of the hidden detail than the policy allows.',
  },
  budget: {
    name: 'Privacy budget',
    pass: 'The budget of the release lies within the policy, or the release is classical and promises none.',
    fail: 'Epsilon of the release lies above what the policy allows.',
  },
  'earlier-releases': {
    name: 'Earlier releases',
    pass: 'Neither within this release nor against earlier ones of this workstation does comparing figures show few persons.',
    fail: 'Together with an earlier release, or within this one, comparing figures shows few persons.',
  },
  'signing-comment': {
    name: 'Comment',
    pass: 'The signer says what they looked at and why they decide so.',
    fail: 'The policy asks for a comment of each signer, and none is written.',
  },
  'dpia-reference': {
    name: 'Impact assessment',
    pass: 'The data protection impact assessment is named.',
    fail: 'The policy asks for the reference of the data protection impact assessment, and none is stated.',
  },
  'recipient-profile': {
    name: 'Recipient profile',
    pass: 'It is stated whom the release is meant for.',
    fail: 'The policy asks whom the release is meant for: a buyer, a research partner or the public.',
  },
  'review-by': {
    name: 'Day of review',
    pass: 'It is stated by which day the release is looked at again.',
    fail: 'The day by which the release is looked at again is missing, does not lie after the release date, or lies later than the policy allows.',
  },
  'yearly-budget': {
    name: 'Budget of the year',
    pass: 'All releases about each calendar year together, this one among them, stay within the epsilon the policy allows a year, or nothing is charged.',
    fail: 'Together with the releases about the same calendar year, epsilon would be above what the policy allows a year. Shorten the period, lower the budget, or wait for the next year.',
  },
};
