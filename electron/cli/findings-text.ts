import type { FileProfile, Finding } from '../../shared/extract/profile.ts';

const sentences: Readonly<Record<Finding['kind'], string>> = {
  axesSwapped:
    '{count} of {of} positions in {columns} would lie near a pole, or far from the other files or from the country whose networks the rows name: latitude and longitude seem to be swapped.',
  zeroPosition: '{count} of {of} positions are exactly 0, 0, which mostly means that the place is missing.',
  dayOrMonth:
    'In {columns} the first number of all {of} times can be the day or the month. It is read as the day.',
  roundedNumbers:
    'In {columns} a spreadsheet has rounded {count} of {of} values. What is lost does not come back: export the file again.',
  raggedRows:
    '{count} of {of} rows looked at have more or fewer columns than most. They are counted and not read.',
  cellMoves:
    '{count} of {of} cells stand in several places, and nothing says from when to when. Their events are at unknown cells.',
  cellsUnknown: '{count} of {of} events looked at name a cell that the cell reference does not hold.',
  wholeDegrees:
    '{count} of {of} positions in {columns} are whole numbers and no degrees, as ten-millionths of a degree would be (51.3 as 513000000).',
  noPerson:
    'No column says who the person is; {columns} is the other party. Where each file is of one person, join them with a column that names the person.',
  areaOrDevice: '{columns} is read as the area of the cell. TAC can also mean the type of a device.',
};

const offers: Readonly<Record<Finding['offer'], string>> = {
  swapAxes: 'swaps them',
  zeroIsMissing: 'reads 0, 0 as missing',
  monthFirst: 'reads the month first',
  ignoreArea: 'leaves the column unread',
  degreesE7: 'reads ten-millionths of a degree',
  exportAgain: '',
  none: '',
};

/** What should be known of a file before it is read, a line each, with the option that takes what is offered. Shows no value. */
export function findingLines({ kind, columns, findings = [] }: FileProfile): readonly string[] {
  return findings.flatMap((finding) => {
    const names = finding.columns.map((column) => columns[column]?.name ?? '').join(', ');
    const told = sentences[finding.kind]
      .replace('{count}', `${finding.count}`)
      .replace('{of}', `${finding.of}`)
      .replace('{columns}', names);
    const offer = offers[finding.offer];
    return [`  ! ${told}`, ...(offer === '' ? [] : [`    --map ${kind}.accept=${finding.offer} ${offer}`])];
  });
}
