import { plainBinName, type PlainEvent } from './plain-footfall.ts';

/** A stay of the reference: `from` to before `to`, seconds since 1970 UTC. */
export interface PlainStay {
  readonly person: number;
  readonly zone: number;
  readonly from: number;
  readonly to: number;
}

/** How persons are counted in the reference; the class is age * genders + gender. */
export interface PlainPeople {
  readonly classOfPerson: readonly number[];
  readonly genders: number;
  readonly holderOfPerson: readonly number[] | undefined;
}

/** One person in one group, by the names of its values before age and gender. */
export interface PlainMember {
  readonly person: number;
  readonly values: readonly string[];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Local hour of an instant by the platform's calendar. */
export function plainHour(timeZone: string, second: number): number {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return Number(clock.format(new Date(second * 1000)));
}

function ofEach(events: readonly PlainEvent[]): readonly (readonly PlainEvent[])[] {
  const persons = [...new Set(events.map(({ person }) => person))];
  return persons.map((person) => events.filter((event) => event.person === person));
}

/** Takes handovers back, event by event: whatever lies between an event and the next in its zone within 600 s. */
export function plainHandovers(events: readonly PlainEvent[]): readonly PlainEvent[] {
  return ofEach(events).flatMap((own) => {
    const result: PlainEvent[] = [];
    let rest = own;
    for (let first = rest[0]; first; first = rest[0]) {
      const { zone, second } = first;
      const next = rest.findIndex((event, i) => i > 0 && zone !== -1 && event.zone === zone);
      const near = next > 0 && (rest[next]?.second ?? 0) - second <= 600 ? next : 1;
      result.push(...rest.slice(0, near).map((event) => ({ ...event, zone })));
      rest = rest.slice(near);
    }
    return result;
  });
}

/** Stays: every event has an interval of its own by the gaps on both sides; those that are bridged are joined. */
export function plainStays(
  events: readonly PlainEvent[],
  gaps: { readonly day: number; readonly night: number },
  timeZone: string,
): readonly PlainStay[] {
  const atNight = ({ second }: PlainEvent): boolean =>
    [23, 0, 1, 2, 3, 4, 5, 6, 7, 8].includes(plainHour(timeZone, second));
  return ofEach(events)
    .flatMap((own) => {
      const stays: PlainStay[] = [];
      own.forEach((event, i) => {
        const edge = (
          from: PlainEvent | undefined,
          to: PlainEvent | undefined,
          pad: number,
        ): number | 'bridged' => {
          if (!from || !to) return event.second + pad;
          const gap = to.second - from.second;
          const most = atNight(from) && atNight(to) ? gaps.night : gaps.day;
          if (from.zone === to.zone && gap <= most) return 'bridged';
          return gap <= 900 ? from.second + Math.floor(gap / 2) : event.second + pad;
        };
        const begin = edge(own[i - 1], event, -450);
        const end = edge(event, own[i + 1], 450);
        const open =
          begin === 'bridged' ? stays.pop() : { person: event.person, zone: event.zone, from: begin, to: 0 };
        if (open) stays.push({ ...open, to: end === 'bridged' ? 0 : end });
      });
      return stays;
    })
    .filter(({ zone, from, to }) => zone !== -1 && to > from);
}

/** Every slot of 900 s that a stay has a second in, by its first second. */
export function plainSlots({ from, to }: PlainStay): readonly number[] {
  const slots: number[] = [];
  for (let slot = Math.floor(from / 900); slot * 900 < to; slot++) slots.push(slot * 900);
  return slots;
}

/** Persons and holders of each group, one Set a group; `totals` says which values, age and gender last, also go into `*`. */
export function plainTable(
  members: readonly PlainMember[],
  people: PlainPeople,
  totals: readonly boolean[],
): ReadonlyMap<string, string> {
  const groups = new Map<string, { readonly persons: Set<number>; readonly holders: Set<string> }>();
  for (const { person, values } of members) {
    const own = people.classOfPerson[person] ?? -1;
    if (own === -1) continue;
    const all = [...values, `${Math.floor(own / people.genders)}`, `${own % people.genders}`];
    let keys: string[][] = [[]];
    all.forEach((value, i) => {
      keys = keys.flatMap((key) =>
        totals[i] === true
          ? [
              [...key, value],
              [...key, '*'],
            ]
          : [[...key, value]],
      );
    });
    const holder = people.holderOfPerson?.[person] ?? -1;
    for (const key of keys.map((one) => one.join('|'))) {
      const group = groups.get(key) ?? { persons: new Set(), holders: new Set() };
      group.persons.add(person);
      group.holders.add(holder === -1 ? `alone ${person}` : `${holder}`);
      groups.set(key, group);
    }
  }
  return new Map([...groups].map(([key, { persons, holders }]) => [key, `${persons.size}/${holders.size}`]));
}

const bandOf = (value: number, breaks: readonly number[]): string =>
  `${breaks.filter((low) => value >= low).length}`;

/** A stay cut at quarters of an hour and to the period, with the name of the bin of each part. */
function parts(
  stay: PlainStay,
  period: PlainPeriod,
  bin: 'day' | 'daypart',
): readonly { readonly name: string; readonly seconds: number }[] {
  return plainSlots(stay)
    .filter((slot) => slot >= period.from && slot < period.to)
    .map((slot) => ({
      name: plainBinName(bin, period.timeZone, slot),
      seconds: Math.min(stay.to, slot + 900) - Math.max(stay.from, slot),
    }));
}

/** What is counted: instants at quarters of an hour, and the time zone. */
export interface PlainPeriod {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** Members of dwell: zone, daypart and band of the minutes in it. */
export function plainDwell(
  stays: readonly PlainStay[],
  period: PlainPeriod,
  breaks: readonly number[],
): readonly PlainMember[] {
  const seconds = new Map<string, number>();
  for (const stay of stays)
    for (const part of parts(stay, period, 'daypart')) {
      const key = `${stay.person}|${stay.zone}|${part.name}`;
      seconds.set(key, (seconds.get(key) ?? 0) + part.seconds);
    }
  return [...seconds].map(([key, all]) => {
    const [person = '', zone = '', name = ''] = key.split('|');
    return { person: Number(person), values: [zone, name, bandOf(all / 60, breaks)] };
  });
}

/** Members of flows: origin, destination and daypart of the arrival. */
export function plainFlows(
  stays: readonly PlainStay[],
  period: PlainPeriod,
  maximumTripMinutes: number,
): readonly PlainMember[] {
  return stays.flatMap((stay, i) => {
    const before = stays[i - 1];
    if (before?.person !== stay.person || before.zone === stay.zone) return [];
    if (stay.from - before.to > maximumTripMinutes * 60) return [];
    if (stay.from < period.from || stay.from >= period.to) return [];
    const name = plainBinName('daypart', period.timeZone, stay.from);
    return [{ person: stay.person, values: [`${before.zone}`, `${stay.zone}`, name] }];
  });
}

/** Days of the period by `person|zone`. */
function visits(stays: readonly PlainStay[], period: PlainPeriod): ReadonlyMap<string, ReadonlySet<string>> {
  const days = new Map<string, Set<string>>();
  for (const stay of stays)
    for (const { name } of parts(stay, period, 'day')) {
      const key = `${stay.person}|${stay.zone}`;
      days.set(key, (days.get(key) ?? new Set()).add(name));
    }
  return days;
}

/** Members of frequency: zone and band of days. */
export function plainFrequency(
  stays: readonly PlainStay[],
  period: PlainPeriod,
  breaks: readonly number[],
): readonly PlainMember[] {
  return [...visits(stays, period)].map(([key, days]) => {
    const [person = '', zone = ''] = key.split('|');
    return { person: Number(person), values: [zone, bandOf(days.size, breaks)] };
  });
}

/** Members of catchment: zone visited and home zone, `homes` where it is unknown. */
export function plainCatchment(
  stays: readonly PlainStay[],
  period: PlainPeriod,
  homeOfPerson: readonly number[],
): readonly PlainMember[] {
  return [...visits(stays, period).keys()].map((key) => {
    const [person = '', zone = ''] = key.split('|');
    return { person: Number(person), values: [zone, `${homeOfPerson[Number(person)] ?? -1}`] };
  });
}

/** Zones in which a person was on enough nights, with the most night slots; several where they have equally many. */
export function plainHomes(
  stays: readonly PlainStay[],
  person: number,
  minimumNights: number,
  timeZone: string,
): readonly number[] {
  const slots = new Map<number, Set<number>>();
  const nights = new Map<number, Set<string>>();
  for (const stay of stays)
    for (const slot of stay.person === person ? plainSlots(stay) : []) {
      const name = plainBinName('daypart', timeZone, slot);
      if (!name.endsWith('night')) continue;
      slots.set(stay.zone, (slots.get(stay.zone) ?? new Set()).add(slot));
      nights.set(stay.zone, (nights.get(stay.zone) ?? new Set()).add(name));
    }
  const able = [...slots].filter(([zone]) => (nights.get(zone)?.size ?? 0) >= minimumNights);
  const most = Math.max(0, ...able.map(([, own]) => own.size));
  return able.filter(([, own]) => own.size === most).map(([zone]) => zone);
}
