import type { FileProfile, Finding } from '../../shared/extract/profile.ts';

const sentences: Readonly<Record<Finding['kind'], string>> = {
  axesSwapped:
    '{count} of {of} positions in {columns} would lie near a pole, or far from the other files or from the country whose networks the rows name: latitude and longitude seem to be swapped.',
  zeroPosition: '{count} of {of} positions are exactly 0, 0, which mostly means that the place is missing.',
  farPositions:
    '{count} of {of} positions in {columns} lie ten degrees and more from most others. They may be swapped in some rows only, or wrong; in a grid each counts where it lies.',
  dayOrMonth:
    'In {columns} the first number of all {of} times can be the day or the month. It is read as the day.',
  yearOrDay:
    'In {columns} the first two figures of all {of} times can be the year or the day, and nothing tells which. They are read as the year.',
  dayOrYear:
    'In {columns} the first two figures of all {of} times can be the day or the year, and nothing tells which. They are read as the day.',
  yearOfFourOrTwo:
    'In {columns} all {of} times can begin with a year of four figures and end with the minute, or begin with a year of two and end with the second. They are read with four.',
  someOffsets:
    '{count} of {of} times in {columns} state an offset from UTC, the others do not. Where times are read with offset, those without one are UTC; elsewhere the offsets are passed over.',
  daysAlone:
    '{count} of {of} times in {columns} are days without a time of day. All events of a day would count at midnight: name the column with the time of day (--map events.clock=COLUMN), or export the times again.',
  minuteOrSecond:
    'All times of day in {columns} have four figures or fewer. They are read as minutes and seconds after midnight without their leading zeros (915 is 00:09:15), and could be hours and minutes.',
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
  shortYearFirst: 'reads a year of two figures first',
  shortDayFirst: 'reads the day first',
  hoursAndMinutes: 'reads hours and minutes',
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
