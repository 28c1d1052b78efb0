import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { differences } from '../../../renderer/desk/state/differences.ts';
import { protectionKey } from '../../../renderer/desk/state/protection-key.ts';
import { report, settled, viewFor } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { View, ViewRequest } from '../../../shared/ipc/view.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

/** A desk tuned to 40 persons, with 25 persons kept as B. */
async function kept(): Promise<OpenDesk> {
  const desk = await readDesk();
  desk.store.getState().changeRecipe({ minimumPersons: 25 });
  desk.store.getState().keepRecipe();
  desk.store.getState().changeRecipe({ minimumPersons: 40 });
  return desk;
}

const minima = ({ store }: OpenDesk) => {
  const { present } = store.getState().draft;
  return [present.recipe.minimumPersons, present.kept?.recipe.minimumPersons];
};

describe('two recipes side by side', () => {
  it('keeps one while the other is changed, without a step of its own', async () => {
    const desk = await readDesk();
    const steps = desk.store.getState().draft.past.length;
    desk.store.getState().keepRecipe();
    expect(desk.store.getState().draft.past).toHaveLength(steps);
    expect(minima(await kept())).toEqual([40, 25]);
  });

  it('switches both, which undo takes back and redo does again', async () => {
    const desk = await kept();
    desk.store.getState().switchRecipes();
    expect(minima(desk)).toEqual([25, 40]);
    desk.store.getState().undo();
    expect(minima(desk)).toEqual([40, 25]);
    desk.store.getState().redo();
    expect(minima(desk)).toEqual([25, 40]);
  });

  it('names what differs and nothing else', async () => {
    const { present } = (await kept()).store.getState().draft;
    if (present.kept === undefined) throw new Error('nothing was kept');
    expect(differences(present, present.kept)).toEqual([{ field: 'minimumPersons', from: '40', to: '25' }]);
  });

  it('keeps saying in one language what nobody wrote', async () => {
    const desk = await readDesk({ 'settings.save': () => ({}) });
    desk.store.getState().keepRecipe();
    const { language } = desk.store.getState().settings;
    const titles = () => {
      const { recipe, kept: b } = desk.store.getState().draft.present;
      return [recipe.title, b?.recipe.title];
    };
    const before = titles();
    await desk.store.getState().changeSettings({ language: language === 'de' ? 'en' : 'de' });
    const after = titles();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(after[0]);
    const { present } = desk.store.getState().draft;
    expect(present.kept && differences(present, present.kept)).toEqual([]);
  });

  it('asks for both sides of the shown table over the whole period once it is opened', async () => {
    const desk = await kept();
    desk.asked.length = 0;
    expect(desk.store.getState().compared).toBeUndefined();
    desk.store.getState().openCompare(true);
    for (const expected of [40, 25]) {
      await settled();
      const call = desk.asked.pop();
      const request = call?.request as ViewRequest;
      expect([request.recipe.minimumPersons, request.bin, request.product]).toEqual([
        expected,
        'total',
        'footfall',
      ]);
      call?.answer(viewFor(request));
    }
    await settled();
    const { compared } = desk.store.getState();
    expect([compared?.a.view.summary.smallestPublished, compared?.b.view.summary.smallestPublished]).toEqual([
      40, 25,
    ]);
  });

  it('drops the answer for a pair that is no longer compared', async () => {
    const desk = await kept();
    desk.asked.length = 0;
    desk.store.getState().openCompare(true);
    await settled();
    const call = desk.asked.pop();
    desk.store.getState().forgetKept();
    call?.answer(viewFor(call.request as ViewRequest));
    await settled();
    const late = desk.asked.pop();
    late?.answer(viewFor(late.request as ViewRequest));
    await settled();
    expect(desk.store.getState().compared).toBeUndefined();
    expect(minima(desk)).toEqual([40, undefined]);
  });
});

const take = (desk: OpenDesk, name: Asked['name']): Asked => {
  const at = desk.asked.findIndex((call) => call.name === name);
  const [call] = at === -1 ? [] : desk.asked.splice(at, 1);
  if (call === undefined) throw new Error(`${name} was not asked for`);
  return call;
};
const minimumOf = ({ request }: Asked) => (request as ViewRequest).recipe.minimumPersons;
const answerSides = async (desk: OpenDesk, protection: View['protection']): Promise<void> => {
  for (let side = 0; side < 2; side++) {
    const call = take(desk, 'view');
    call.answer({ ...viewFor(call.request as ViewRequest), protection });
    // oxlint-disable-next-line no-await-in-loop -- the second side is asked for after the first
    await settled();
  }
};

/** Both sides are shown, and A is protected. */
const looked = async (): Promise<OpenDesk> => {
  const desk = await kept();
  desk.store.getState().protectNow();
  take(desk, 'protect').answer(report);
  await settled();
  desk.asked.length = 0;
  desk.store.getState().openCompare(true);
  await settled();
  await answerSides(desk, 'primary');
  return desk;
};

/** Two recipes with other bins, looked at, while the tuned one is being counted. */
const counting = async (): Promise<{ readonly desk: OpenDesk; readonly first: Asked }> => {
  const desk = await readDesk();
  desk.store.getState().changeRecipe({ timeBin: 'day' });
  desk.store.getState().keepRecipe();
  desk.store.getState().changeRecipe({ timeBin: 'quarterHour' });
  await settled();
  desk.asked.length = 0;
  desk.store.getState().openCompare(true);
  await settled();
  return { desk, first: take(desk, 'view') };
};
const isCalledOff = ({ options }: Asked) => options.signal?.aborted;
const timeBinOf = ({ request }: Asked) => (request as ViewRequest).recipe.timeBin;

describe('a count for two recipes', () => {
  it('is called off once neither side needs it, and the next pair is asked for without a word of it', async () => {
    const { desk, first } = await counting();
    expect([timeBinOf(first), isCalledOff(first)]).toEqual(['quarterHour', false]);
    desk.store.getState().changeRecipe({ timeBin: 'hour' });
    expect(isCalledOff(first)).toBe(true);
    desk.asked.length = 0;
    first.fail(new Refusal('cancelled', 'Cancelled.'));
    await settled();
    expect(desk.store.getState().compareFailure).toBeUndefined();
    expect(timeBinOf(take(desk, 'view'))).toBe('hour');
  });

  it('goes on where the sides only change places or what is counted stays the same', async () => {
    const { desk, first } = await counting();
    desk.store.getState().switchRecipes();
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    expect(isCalledOff(first)).toBe(false);
  });

  it('is called off when nobody looks any more, which is no failure, and counted once somebody does', async () => {
    const { desk, first } = await counting();
    desk.store.getState().openCompare(false);
    expect(isCalledOff(first)).toBe(true);
    first.fail(new Refusal('cancelled', 'Cancelled.'));
    await settled();
    expect(desk.asked).toEqual([]);
    expect(desk.store.getState().compareFailure).toBeUndefined();
    desk.store.getState().openCompare(true);
    await settled();
    expect(timeBinOf(take(desk, 'view'))).toBe('quarterHour');
  });
});

describe('a recipe that was kept before its protection ended', () => {
  it('is protected once it is looked at, after the one that is tuned', async () => {
    const desk = await looked();
    const protect = take(desk, 'protect');
    expect(minimumOf(protect)).toBe(25);
    expect(desk.store.getState().catchingUp).toBe(true);
    protect.answer(report);
    await settled();
    expect(desk.store.getState().catchingUp).toBe(false);
    const { kept: b } = desk.store.getState().draft.present;
    expect(b && desk.store.getState().reports.get(protectionKey(b))).toEqual(report);
    await answerSides(desk, 'whole');
    expect(desk.store.getState().compared?.b.view.protection).toBe('whole');
    expect(desk.asked.filter(({ name }) => name === 'protect')).toEqual([]);
  });

  it('is not asked for while the tuned one is worked out, and called off when nobody looks', async () => {
    const desk = await looked();
    const first = take(desk, 'protect');
    desk.store.getState().openCompare(false);
    expect(first.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().catchingUp).toBe(false);
    desk.store.getState().protectNow();
    const own = take(desk, 'protect');
    expect(minimumOf(own)).toBe(40);
    desk.store.getState().openCompare(true);
    await settled();
    await answerSides(desk, 'primary');
    expect(desk.asked.filter(({ name }) => name === 'protect')).toEqual([]);
    own.answer(report);
    await settled();
    expect(minimumOf(take(desk, 'protect'))).toBe(25);
  });

  it('is tried once: what went wrong is said, and does not begin again by itself', async () => {
    const desk = await looked();
    take(desk, 'protect').fail(new Error('no more memory'));
    await settled();
    expect(desk.store.getState().compareFailure?.message).toContain('no more memory');
    desk.store.getState().catchUp();
    expect(desk.asked.filter(({ name }) => name === 'protect')).toEqual([]);
  });
});
