/** Who is counted, by person number. */
export interface People {
  /** Breakdown class, age band * `genders` + gender; -1 leaves a person out. */
  readonly classOfPerson: Int32Array;
  readonly ages: number;
  readonly genders: number;
  /** Holder of each person's contract, -1 where none is known: such a person is their own holder. */
  readonly holderOfPerson: Int32Array | undefined;
}

/** Persons in the order in which they are counted: those of one holder follow each other. */
export interface HolderOrder {
  readonly order: Int32Array;
  /** Whether a person's holder holds others as well. */
  readonly shared: Uint8Array;
}

/** Brings persons of one holder together; without holders the order is that of their numbers. */
export function byHolder({ classOfPerson, holderOfPerson }: People): HolderOrder {
  const persons = classOfPerson.length;
  const shared = new Uint8Array(persons);
  const order = Int32Array.from({ length: persons }, (_, who) => who);
  if (!holderOfPerson) return { order, shared };
  const holds = new Map<number, number>();
  for (const holder of holderOfPerson) if (holder !== -1) holds.set(holder, (holds.get(holder) ?? 0) + 1);
  holderOfPerson.forEach((holder, who) => {
    if (holder !== -1 && (holds.get(holder) ?? 0) > 1) shared[who] = 1;
  });
  const together = order.filter((who) => shared[who] === 1);
  together.sort((a, b) => (holderOfPerson[a] ?? 0) - (holderOfPerson[b] ?? 0) || a - b);
  return { order: Int32Array.from([...order.filter((who) => shared[who] === 0), ...together]), shared };
}
