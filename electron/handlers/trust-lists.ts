import type { Handler } from '../../shared/ipc/contract.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { believedList, simpleSigners } from '../../shared/workflow/believed-list.ts';
import type { Clock } from './ports/clock.ts';
import type { ListStore } from './ports/trust-store.ts';
import type { Witness } from './ports/witness.ts';

/** Whom this machine believes, each as it came to be believed, and what was seen of publishers' ledgers. */
export function trustLists(ports: {
  readonly trust: Pick<ListStore, 'lists' | 'simple'>;
  readonly witness: Pick<Witness, 'seen'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
}): Handler<'trust.lists'> {
  const { trust, witness, clock, crypto } = ports;
  return async () => {
    const lists = await trust.lists();
    const { listed, own } = await trust.simple();
    const seen = await witness.seen();
    return {
      lists: lists.map((list) => believedList(list, clock.now(), crypto)),
      simple: [...simpleSigners(listed, lists, crypto)],
      own: [...simpleSigners(own, lists, crypto)],
      ledgers: seen.map(({ origin, size, key }) => ({ origin, entries: size, keyKnown: key !== '' })),
    };
  };
}
