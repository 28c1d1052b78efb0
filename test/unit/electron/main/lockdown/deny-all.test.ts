import { expect, it } from 'vitest';
import { denyAll } from '../../../../../electron/main/lockdown/deny-all.ts';

it('takes what there is for good, leaves the rest, and adds nothing', () => {
  const target: Record<string, unknown> = { fetch: () => 'answer', online: true };
  denyAll(target, ['fetch', 'request']);
  const { fetch } = target as { fetch: new () => unknown } & { fetch: () => unknown };
  expect(() => fetch()).toThrow('no network: fetch');
  expect(() => new fetch()).toThrow('no network: fetch');
  expect(() => Object.assign(target, { fetch: () => 'answer' })).toThrow(TypeError);
  expect(() => Object.defineProperty(target, 'fetch', { value: 1 })).toThrow(TypeError);
  expect(Object.keys(target)).toContain('online');
  expect('request' in target).toBe(false);
});
