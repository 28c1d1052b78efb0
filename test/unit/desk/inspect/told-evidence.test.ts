import { describe, expect, it } from 'vitest';
import { leavesOf, wayText } from '../../../../renderer/desk/features/inspect/evidence-leaves.ts';
import { evidenceTable } from '../../../../renderer/desk/features/inspect/evidence-table.ts';
import { toldEvidence } from '../../../../renderer/desk/features/inspect/told-evidence.ts';
import { gateDetails } from '../../../../renderer/desk/language/gate-details.ts';
import { gateIds } from '../../../../shared/evidence/gate.ts';
import { readingText } from '../../../../renderer/desk/language/reading.ts';
import { prepareRelease } from '../../../../shared/workflow/prepare-release.ts';
import { candidate, facts, policy } from './small-candidate.ts';
import { attackReport, recoveryFigures } from '../attack-report.ts';
import { speechOf } from '../speech.ts';

const evidence = prepareRelease(candidate, policy, facts).contents.evidence;
const german = await speechOf('de');
const english = await speechOf('en');

function linesOf(told: ReturnType<typeof toldEvidence>, speech: typeof german): readonly string[] {
  const entries = [...told.blocks.flatMap((block) => block.entries), ...told.gates.flatMap((g) => g.details)];
  return entries.map(
    ({ name, reading, value }) => `${speech.t(name)}: ${readingText(reading, value, speech)}`,
  );
}

describe('the evidence of a bundle', () => {
  it('is told wholly: nothing this version writes is left without words', () => {
    const told = toldEvidence(evidence);
    expect(told.further).toEqual([]);
    expect(told.gates.map(({ id }) => id)).toEqual(gateIds);
    expect(told.gates.every(({ outcome }) => outcome === 'pass')).toBe(true);
  });

  it('tells an attack by its report, and followed hours with all their baselines or not in words', () => {
    const whole = attackReport('recovery', { figures: recoveryFigures });
    const { stayHomeAllHours: _, ...others } = recoveryFigures;
    const part = attackReport('recovery', { figures: others });
    expect(toldEvidence({ attacks: [whole] })).toMatchObject({ attacks: [whole], further: [] });
    const told = toldEvidence({ attacks: [part, { attack: 'unheard-of' }] });
    expect(told.attacks).toEqual([]);
    expect(told.further.map(({ way }) => wayText(way))).toEqual(
      expect.arrayContaining(['attacks.0.figures.allHours', 'attacks.1.attack']),
    );
  });

  it('reads attacks as evidence writes them: decimals as text, and without figures where noise is the promise', () => {
    const written = {
      attack: 'membership',
      version: 1,
      outcome: 'pass',
      measured: '53.3',
      limit: 60,
      parameters: {},
      figures: { auc: '0.556', contradicted: 0 },
    };
    const { figures: _, measured: __, ...silent } = written;
    const told = toldEvidence({ attacks: [written, silent] });
    expect(told.attacks).toMatchObject([
      { measured: 53.3, figures: { auc: 0.556, contradicted: 0 } },
      { limit: 60, figures: {} },
    ]);
    expect(told.further).toEqual([]);
  });

  it('is written with the numbers and dates of the language, and with units', () => {
    const told = toldEvidence(evidence);
    expect(linesOf(told, german)).toEqual(
      expect.arrayContaining([
        'Gelesen: 12.345 Zeilen',
        'Zeit nicht lesbar: 1 Zeile',
        'Widerspruchsregister: angewandt',
        'Stand des Registers: 02.05.2026, 01:30',
        'Erster Tag des Auszugs: 4. Mai 2026',
        'Grenze: 20 Personen',
        'Darunter: 0 Gruppen',
        'Rundung: Vielfache von 10 Personen',
        'Fehlende Angaben: keine',
        'Maschinenartige Geräte: 1 Person',
        'In deren Zellen: 9 Ereignisse',
        'Verborgen und geprüft: 1 Gruppe',
        'Alter und Geschlecht ergeben ihre Summen: 3-mal',
        'Zusage: Klassisch',
        'Effektive Stichprobengröße: 190 Personen',
        'Kunden mit gekapptem Gewicht: 2 %',
        'Größtes Gewicht: 25,7',
        'Höchstens außerhalb: 1 Person',
      ]),
    );
    expect(linesOf(told, english)).toEqual(
      expect.arrayContaining([
        'Read: 12,345 rows',
        'Time not readable: 1 row',
        'Register as of: 2 May 2026, 01:30',
        'First day of the extract: 4 May 2026',
        'Rounding: multiples of 10 persons',
      ]),
    );
  });

  it('keeps what there are no words for, with its key path, whatever it is', () => {
    const { gates, blocks, further } = toldEvidence({
      stages: { pseudonymiseAndMinimise: { rowsRead: 'many', rowsKept: -1, persons: 3 } },
      gates: [
        { id: 'rounding', kind: 'recomputable', outcome: 'pass', detail: { roundingBase: 5, tried: 9 } },
        { id: 'audit', kind: 'recomputable', outcome: 'pass', detail: {} },
        { id: 'rounding', kind: 'recomputable', outcome: 'perhaps', detail: { wrong: 0 } },
      ],
      'stages.generalise': { timeZone: 'UTC' },
      tests: [],
      none: null,
    });
    expect(blocks.flatMap(({ entries }) => entries.map(({ value }) => value))).toEqual([3]);
    expect(gates.map(({ details }) => details.map(({ value }) => value))).toEqual([[5]]);
    expect(further.map(({ way, value }) => [wayText(way), value])).toEqual([
      ['stages.pseudonymiseAndMinimise.rowsRead', 'many'],
      ['stages.pseudonymiseAndMinimise.rowsKept', -1],
      ['gates.0.detail.tried', 9],
      ['gates.1.id', 'audit'],
      ['gates.1.kind', 'recomputable'],
      ['gates.1.outcome', 'pass'],
      ['gates.1.detail', {}],
      ['gates.2.id', 'rounding'],
      ['gates.2.kind', 'recomputable'],
      ['gates.2.outcome', 'perhaps'],
      ['gates.2.detail.wrong', 0],
      ['"stages.generalise".timeZone', 'UTC'],
      ['tests', []],
      ['none', null],
    ]);
  });

  it.each([undefined, null, 'text', 7, []])('is shown as it stands when it is %j', (value) => {
    expect(toldEvidence(value)).toEqual({ blocks: [], gates: [], attacks: [], further: leavesOf(value) });
  });
});

describe('the table of evidence', () => {
  const told = [
    ...evidenceTable.flatMap((block) => block.entries),
    ...Object.values(gateDetails).flatMap((details) => Object.values(details)),
  ];
  const keys = [
    ...evidenceTable.map(({ title }) => title),
    ...told.map(({ name }) => name),
    ...told.flatMap(({ reading }) => {
      if (reading.as === 'count') return [`${reading.unit}_one`, `${reading.unit}_other`];
      return reading.as === 'words' || reading.as === 'list' ? Object.values(reading.words) : [];
    }),
  ];

  it.each([
    ['German', german],
    ['English', english],
  ])('has a %s text for every name, unit and word', (_, { t }) => {
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((key) => t(key) === key)).toEqual([]);
  });
});
