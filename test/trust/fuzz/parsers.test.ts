import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { drawn } from '../bundle/drawn.ts';
import { tellTried } from '../bundle/tell-tried.ts';
import { trials } from '../trial.ts';
import { mutatedBytes } from './mutated-bytes.ts';
import { type Parser, parsers } from './parsers.ts';

const all = await parsers();
const longest = trials(20_000, 600_000);
const mostMilliseconds = 1000;

/** What went wrong with one input, if anything: anything thrown but a `Refusal`, or a second of processor time. */
function fault({ name, read }: Parser, bytes: Uint8Array): string | undefined {
  const before = process.cpuUsage();
  try {
    read(bytes);
  } catch (error) {
    if (!(error instanceof Refusal))
      return `${name}: ${String(error)} for ${Buffer.from(bytes).toString('base64')}`;
  }
  const { user, system } = process.cpuUsage(before);
  if (user + system > mostMilliseconds * 1000)
    return `${name}: ${bytes.length} bytes took ${user + system} µs`;
  return undefined;
}

describe('what reads bytes from anybody', () => {
  it.each(all)('reads good bytes: $name', ({ read, seeds }) => {
    for (const seed of seeds) {
      const found = read(seed);
      expect(found).toBeDefined();
      expect(found).not.toMatchObject({ ok: false });
    }
  });

  it('neither crashes nor hangs', async () => {
    const count = trials(20_000, 1_000_000);
    const next = drawn(99);
    const draw = (below: number): number => next() % below;
    const began = performance.now();
    await tellTried('A3', `parser fuzz of ${all.length} parsers, at most 10 minutes`, async () => {
      const missed: string[] = [];
      let tried = 0;
      for (; tried < count && performance.now() - began < longest; tried += 1) {
        const parser = all[tried % all.length];
        const other = all[draw(all.length)]?.seeds[0] ?? new Uint8Array();
        const seed = parser?.seeds[draw(parser.seeds.length)];
        if (parser === undefined || seed === undefined) throw new Error('there is no such parser');
        const wrong = fault(parser, mutatedBytes(seed, other, draw));
        if (wrong !== undefined) missed.push(wrong);
        if (tried % 2000 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      return { trials: tried, missed };
    });
  }, 900_000);
});
