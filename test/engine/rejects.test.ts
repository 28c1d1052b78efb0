import { afterAll, describe, expect, it } from 'vitest';
import { rejectsFile } from '../../electron/handlers/rejects-save.ts';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { openReview } from '../support/open-review.ts';

const open = openReview(await startWasmEngine());
afterAll(open.close);

/** Every third row is good; of the others one kind of fault follows the other. Somebody who objects is in every fifth line. */
function rowOf(i: number): { readonly text: string; readonly reason: string | undefined } {
  const person = i % 5 === 0 ? 'objector' : `person${i % 7}`;
  const time = `2026-05-04T10:00:${`${i % 60}`.padStart(2, '0')}Z`;
  switch (i % 6) {
    case 1:
      return { text: `${person},never,51.3,12.3`, reason: 'badTime' };
    case 2:
      return { text: `,${time},51.3,12.3`, reason: 'missingPerson' };
    case 4:
      return { text: `${person},${time},51.3`, reason: 'ragged' };
    case 5:
      return { text: `${person},${time},151.3,12.3`, reason: 'badPosition' };
    default:
      return { text: `${person},${time},51.3,12.3`, reason: undefined };
  }
}

const rows = Array.from({ length: 3000 }, (_, i) => rowOf(i));
const expected = rows.flatMap(({ reason }, i) =>
  reason === undefined ? [] : [`"events.csv",${i + 2},${reason}`],
);

describe('rejected lines of an extract', () => {
  it('are all in the file, in the order of the extract, and objections are not', async () => {
    const understanding = await open.load({
      events: `person,time,lat,lon\n${rows.map(({ text }) => text).join('\n')}\n`,
      objections: 'person\nobjector\n',
    });
    expect(understanding.rejects).toHaveLength(100);
    expect(understanding.dropped.objection).toBeGreaterThan(0);
    const { bytes, listed, more } = await rejectsFile(async (request) => open.review.rejects(request));
    expect([listed, more]).toEqual([expected.length, 0]);
    expect(new TextDecoder().decode(bytes)).toBe(`file,line,reason\n${expected.join('\n')}\n`);
  });
});
