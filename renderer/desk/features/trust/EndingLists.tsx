import { useEffect } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { endingLists } from './ending-lists.ts';
import { ListEnding } from './ListEnding.tsx';

/** Warns where people decide and sign of the publishers' lists that end soon; only of the one that judges `origin`, where that is given. */
export function EndingLists({ origin }: { readonly origin?: string | undefined }) {
  const lists = useDesk((state) => state.trust?.lists);
  const load = useDesk((state) => state.loadTrust);
  useEffect(() => void load(), [load]);
  return endingLists(lists ?? [], origin).map((list) => <ListEnding key={list.origin} list={list} named />);
}
