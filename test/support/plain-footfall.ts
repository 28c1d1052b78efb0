/** An event of the reference: who, when (seconds since 1970 UTC) and in which zone. */
export interface PlainEvent {
  readonly person: number;
  readonly second: number;
  readonly zone: number;
}

/** Bins of the reference, as the recipe names them. */
export type PlainBin = 'quarterHour' | 'hour' | 'daypart' | 'day';

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string, second: number): { readonly date: string; readonly hour: number } {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timeZone, clock);
  }
  const text = clock.format(new Date(second * 1000));
  return { date: text.slice(0, 10), hour: Number(text.slice(11, 13)) };
}

function offsetName(timeZone: string, second: number): string {
  const zoned =
    offsets.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  offsets.set(timeZone, zoned);
  const parts = zoned.formatToParts(new Date(second * 1000));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * Name of the local bin an instant lies in: a quarter of an hour by its instant, an hour by date, hour and offset from
 * UTC (so an hour that comes twice is two), a day by date, a daypart by the date it ends on and its name.
 */
export function plainBinName(bin: PlainBin, timeZone: string, second: number): string {
  if (bin === 'quarterHour') return new Date(Math.floor(second / 900) * 900_000).toISOString();
  const { date, hour } = wallClock(timeZone, second);
  if (bin === 'day') return date;
  if (bin === 'hour') return `${date} ${hour} ${offsetName(timeZone, second)}`;
  if (hour >= 22) return `${dayAfter(date)} night`;
  if (hour < 6) return `${date} night`;
  if (hour < 10) return `${date} morning`;
  return hour < 16 ? `${date} day` : `${date} evening`;
}

/**
 * Distinct persons by `zone|bin|class`, one Set a group. A person of class -1 and an event of zone -1 are left out.
 * Slow on purpose, and nothing of the product is used.
 */
export function plainFootfall(
  events: readonly PlainEvent[],
  classOfPerson: readonly number[],
  nameOfBin: (second: number) => string,
): ReadonlyMap<string, number> {
  const groups = new Map<string, Set<number>>();
  for (const { person, second, zone } of events) {
    const group = classOfPerson[person] ?? -1;
    if (zone === -1 || group === -1) continue;
    const key = `${zone}|${nameOfBin(second)}|${group}`;
    const persons = groups.get(key) ?? new Set();
    persons.add(person);
    groups.set(key, persons);
  }
  return new Map([...groups].map(([key, persons]) => [key, persons.size]));
}
