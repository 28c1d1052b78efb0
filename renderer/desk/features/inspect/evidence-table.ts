import { DropReason } from '../../../../shared/extract/understanding.ts';
import { productNames } from '../../../../shared/products/product.ts';
import type { IdentityName } from '../../../../shared/protect/secondary/identities.ts';
import type { Reading, Told } from '../../language/reading.ts';

export interface EvidenceEntry extends Told {
  /** Keys from the top of the evidence to the value, joined by dots. */
  readonly path: string;
}

/** Entries that are shown together, under the text of the key `title`. */
export interface EvidenceBlock {
  readonly title: string;
  readonly entries: readonly EvidenceEntry[];
}

const count = (unit: string) => ({ as: 'count', unit: `evidence.unit.${unit}` }) as const satisfies Reading;
const entry = (path: string, name: string, reading: Reading): EvidenceEntry => ({ path, name, reading });
const registerKinds = { none: 'recipe.stage1.noRegister', register: 'evidence.applied' } as const;
const first = 'stages.pseudonymiseAndMinimise';
const second = 'stages.generalise';
const third = 'stages.aggregateAndProtect';
/** Every kind of sum and bound the audit sets tables against each other with. */
const identityNames = [
  'ages-and-genders',
  'dwell-bands',
  'frequency-bands',
  'catchment-homes',
  'flows-ages-and-genders',
  'frequency-equals-catchment',
  'dwell-equals-footfall',
  'days-visited',
  'within-period',
  'zone-levels',
] as const satisfies readonly IdentityName[];
const auditEntries = [
  ['exact', 'groups'],
  ['narrow', 'groups'],
  ['safe', 'groups'],
  ['notTested', 'groups'],
  ['wholeBlocks', 'blocks'],
] as const;

/** Every entry of evidence the desk has words for, but the gates. One line more, and a new entry is shown in words. */
export const evidenceTable: readonly EvidenceBlock[] = [
  {
    title: 'recipe.stage1.title',
    entries: [
      entry(`${first}.rowsRead`, 'evidence.rowsRead', count('rows')),
      entry(`${first}.rowsKept`, 'evidence.rowsKept', count('rows')),
      entry(`${first}.persons`, 'evidence.persons', count('persons')),
      entry(`${first}.objections.kind`, 'evidence.register', { as: 'words', words: registerKinds }),
      entry(`${first}.objections.reason`, 'evidence.reason', { as: 'text' }),
      entry(`${first}.objections.registered`, 'evidence.registered', count('entries')),
      entry(`${first}.objections.matched`, 'evidence.matched', count('persons')),
      entry(`${first}.objections.personsBefore`, 'evidence.personsBefore', count('persons')),
      entry(`${first}.objections.asOf`, 'evidence.asOf', { as: 'stamp' }),
      entry(`${first}.withoutConsent`, 'recipe.tally.withoutConsent', count('persons')),
      entry(`${first}.machineLike`, 'recipe.tally.machineLike', count('persons')),
      entry(`${first}.eventsOutsidePeriod`, 'recipe.tally.eventsOutsidePeriod', count('events')),
    ],
  },
  {
    title: 'extract.understood.dropped',
    entries: DropReason.options.map((reason) =>
      entry(`${first}.dropped.${reason}`, `extract.drop.${reason}`, count('rows')),
    ),
  },
  {
    title: 'recipe.stage2.title',
    entries: [
      entry(`${second}.timeZone`, 'recipe.field.timeZone', { as: 'text' }),
      entry(`${second}.firstDay`, 'evidence.firstDay', { as: 'day' }),
      entry(`${second}.lastDay`, 'evidence.lastDay', { as: 'day' }),
      entry(`${second}.maskedCells`, 'recipe.tally.maskedCells', count('cells')),
      entry(`${second}.eventsMasked`, 'recipe.tally.eventsMasked', count('events')),
      entry(`${second}.imputedTimePercent`, 'evidence.imputedTime', count('percent')),
    ],
  },
  ...productNames.map((product) => ({
    title: `evidence.table.${product}`,
    entries: [
      entry(`${third}.${product}.published`, 'evidence.published', count('groups')),
      entry(`${third}.${product}.suppressed`, 'evidence.suppressed', count('groups')),
      entry(`rowsInTables.${product}`, 'evidence.rowsInTable', count('rows')),
    ],
  })),
  {
    title: 'evidence.audit',
    entries: auditEntries.map(([name, unit]) => entry(`audit.${name}`, `evidence.${name}`, count(unit))),
  },
  {
    title: 'evidence.identities',
    entries: identityNames.map((name) =>
      entry(`audit.identities.${name}`, `evidence.identity.${name}`, count('sums')),
    ),
  },
  {
    title: 'evidence.extrapolation',
    entries: [
      entry('extrapolation.effectiveSampleSize', 'evidence.effectiveSampleSize', count('persons')),
      entry('extrapolation.trimmedPercent', 'evidence.trimmed', count('percent')),
      entry('extrapolation.lowestWeight', 'evidence.lowestWeight', { as: 'decimal' }),
      entry('extrapolation.highestWeight', 'evidence.highestWeight', { as: 'decimal' }),
    ],
  },
  {
    title: 'approve.terms.comment',
    entries: [entry('comment', 'evidence.comment', { as: 'text' })],
  },
];
