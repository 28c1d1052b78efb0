/** What a preset decides; the rest of a recipe belongs to the extract or to the release. */
export const presetFields = [
  'timeBin',
  'ageBreaks',
  'byGender',
  'missingCategory',
  'minimumPersons',
  'roundingBase',
  'suppressedGroups',
  'zeroGroups',
] as const;
