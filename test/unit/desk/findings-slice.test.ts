import { describe, expect, it } from 'vitest';
import { zonesFound } from '../../../renderer/desk/state/zones-found.ts';
import { attackReport } from './attack-report.ts';
import { settled, understanding } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

const mark = { attack: 'subtraction', zoneId: 'a', persons: 34 } as const;
const path = {
  zoneIds: ['a', 'b'],
  binsPerDay: 24,
  truth: Int32Array.of(0, 1),
  recovered: Int32Array.of(0, 0),
  awayBins: 1,
  awayRight: 0,
};

const callsOf = (desk: OpenDesk, wanted: string) => desk.asked.filter(({ name }) => name === wanted);

function newest(desk: OpenDesk, wanted: string): Asked {
  const call = callsOf(desk, wanted).at(-1);
  if (call === undefined) throw new Error(`${wanted} was not asked for`);
  return call;
}

async function tried(attack: AttackName): Promise<OpenDesk> {
  const desk = await readDesk();
  void desk.store.getState().runAttacks([attack]);
  await settled();
  newest(desk, 'attack').answer([attackReport(attack)]);
  await settled();
  return desk;
}

const sliver = {
  zoneId: 'a',
  earlierZoneId: 'x',
  releaseId: 'freigabe-2026-05-01-00000000',
  isEarlierLarger: true,
  squareMetres: 12,
  rings: [],
};

describe('where attacks found something', () => {
  it('is asked once something was tried, and not before', async () => {
    expect(callsOf(await readDesk(), 'attackMarks')).toEqual([]);
    const desk = await tried('subtraction');
    newest(desk, 'attackMarks').answer([mark]);
    await settled();
    expect(desk.store.getState().attackMarks).toEqual([mark]);
    expect(callsOf(desk, 'replay')).toEqual([]);
  });

  it('has slivers where there are any, and goes to their zone on the map', async () => {
    const desk = await readDesk();
    void desk.store.getState().runAttacks(['subtraction']);
    await settled();
    newest(desk, 'attack').answer([attackReport('subtraction', { figures: { slivers: 1 } })]);
    await settled();
    newest(desk, 'attackMarks').answer([]);
    await settled();
    newest(desk, 'attackSlivers').answer([sliver]);
    await settled();
    expect(desk.store.getState().attackSlivers).toEqual([sliver]);
    const shape = { zoneId: 'a', name: 'A', level: 0, polygons: [] };
    desk.store.setState({ shapes: [{ ...shape, zoneId: 'b' }, shape] });
    desk.store.getState().showSliver(sliver);
    expect(desk.store.getState()).toMatchObject({ step: 'tune', selectedZone: 1 });
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    expect(desk.store.getState().attackSlivers).toEqual([]);
  });

  it('has no slivers asked for where none were found', async () => {
    const desk = await tried('subtraction');
    newest(desk, 'attackMarks').answer([mark]);
    await settled();
    expect(callsOf(desk, 'attackSlivers')).toEqual([]);
  });

  it('comes with the path after people were followed', async () => {
    const desk = await tried('recovery');
    newest(desk, 'attackMarks').answer([]);
    await settled();
    newest(desk, 'replay').answer({ path });
    await settled();
    expect(desk.store.getState().replayPath).toBe(path);
  });

  it('is dropped with the recipe, and asked for again when undo brings it back', async () => {
    const desk = await tried('subtraction');
    newest(desk, 'attackMarks').answer([mark]);
    await settled();
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    expect(desk.store.getState().attackMarks).toEqual([]);
    desk.store.getState().undo();
    await settled();
    expect(callsOf(desk, 'attackMarks')).toHaveLength(2);
    newest(desk, 'attackMarks').answer([mark]);
    await settled();
    expect(desk.store.getState().attackMarks).toEqual([mark]);
  });

  it('is not taken from a late answer about another recipe', async () => {
    const desk = await tried('subtraction');
    const late = newest(desk, 'attackMarks');
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    late.answer([mark]);
    await settled();
    expect(desk.store.getState().attackMarks).toEqual([]);
  });

  it('is forgotten with the extract', async () => {
    const desk = await tried('subtraction');
    newest(desk, 'attackMarks').answer([mark]);
    await settled();
    desk.store.setState({ understanding: { ...understanding } });
    expect(desk.store.getState().attackMarks).toEqual([]);
  });
});

describe('zones with a finding', () => {
  it('bear each attack once; marks of unknown zones are left out', () => {
    const marks = [mark, mark, { ...mark, attack: 'whole-groups' as const }, { ...mark, zoneId: 'c' }];
    expect([...zonesFound(marks, [{ zoneId: 'b' }, { zoneId: 'a' }])]).toEqual([
      [1, ['subtraction', 'whole-groups']],
    ]);
  });
});
