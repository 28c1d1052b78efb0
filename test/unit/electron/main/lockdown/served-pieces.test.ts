import { expect, it } from 'vitest';
import { noteServed, overwriteServed } from '../../../../../electron/main/lockdown/served-pieces.ts';

it('overwrites what others hold by a view of their own, and what was noted before is not touched again', () => {
  const piece = Uint8Array.of(1, 2, 3, 4);
  const other = new Uint8Array(piece.buffer, 1, 2);
  noteServed(piece.subarray(0, 1));
  overwriteServed();
  expect([...other, ...piece]).toEqual([0, 0, 0, 0, 0, 0]);
  piece.fill(7);
  overwriteServed();
  expect([...piece]).toEqual([7, 7, 7, 7]);
});
