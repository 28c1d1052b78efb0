/** What a preset decides; the rest of a recipe belongs to the extract or to the release. */
export const presetFields = [
  'maximumGroupsPerPersonDay',
  'timeBin',
  'ageBreaks',
  'byGender',
  'missingCategory',
  'guarantee',
  'minimumPersons',
  'roundingBase',
  'suppressedGroups',
  'zeroGroups',
] as const;
