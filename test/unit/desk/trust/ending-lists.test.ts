import { describe, expect, it } from 'vitest';
import { endingLists, isEnding } from '../../../../renderer/desk/features/trust/ending-lists.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { believedList } from '../../../../shared/workflow/believed-list.ts';
import { trustList } from '../../../support/trust-lists.ts';

const now = '2026-05-21T08:00:00Z';
const listOf = (origin: string, expires: string) =>
  believedList(trustList({ origin, expires }), now, nodeCrypto);

describe('lists that end soon', () => {
  it('are told from thirty days before their last day, and when it is over', () => {
    expect(isEnding(listOf('a', '2026-06-21'))).toBe(false);
    for (const last of ['2026-06-20', '2026-05-21', '2026-05-20'])
      expect(isEnding(listOf('a', last))).toBe(true);
  });

  it('are those of one publisher where a bundle is judged by one, the first to end first', () => {
    const lists = [listOf('a', '2026-06-10'), listOf('b', '2026-05-20'), listOf('c', '2027-01-01')];
    const told = (origin?: string) => endingLists(lists, origin).map((list) => list.origin);
    expect(told()).toEqual(['b', 'a']);
    expect(told('a')).toEqual(['a']);
    expect(told('c')).toEqual([]);
  });
});
