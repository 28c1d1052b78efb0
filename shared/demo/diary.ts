import { leisureCell, type DemoPerson } from './person.ts';
import { drawBelow, purpose, stream, type Stream } from './random.ts';
import { favouriteShares, lookup, visitMinutes } from './tables.ts';
import type { Surroundings } from './town.ts';

const favourites = lookup(favouriteShares);

/** Where one person is on one day: from clock second `starts[i]` at cell `cells[i]`, ascending. Reused day after day. */
export interface Diary {
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  count: number;
}

/** An empty diary with room for the fullest day. */
export function emptyDiary(): Diary {
  return { starts: new Int32Array(32), cells: new Int32Array(32), count: 0 };
}

interface Day {
  readonly person: DemoPerson;
  readonly around: Surroundings;
  readonly chance: Stream;
  readonly diary: Diary;
}

/**
 * Fills a diary: 85 % of days leave home, to work or school by role, else on one to three visits; nights are at home.
 * @param day days since 1970-01-01
 * @param weekend whether it is a Saturday or a Sunday
 */
export function planDay(
  diary: Diary,
  around: Surroundings,
  person: DemoPerson,
  { seed, day, weekend }: { readonly seed: number; readonly day: number; readonly weekend: boolean },
): void {
  diary.count = 0;
  const chance = stream(seed ^ Math.imul(day, 0x27d4eb2d), person.number, purpose.dayPlan);
  const plan: Day = { person, around, chance, diary };
  if (person.role === 'nightWorker' && !weekend) return nightShift(plan);
  goTo(diary, 0, person.home);
  if (person.role === 'machine' || drawBelow(chance, 0, 100) < 15) return;
  const works = !weekend && (person.role === 'worker' || person.role === 'pupil');
  if (works) workingDay(plan);
  else freeDay(plan);
}

function nightShift({ person, chance, diary }: Day): void {
  goTo(diary, 0, person.work);
  goTo(diary, minutes(350 + drawBelow(chance, 1, 40)), person.home);
  goTo(diary, minutes(1290 + drawBelow(chance, 2, 40)), person.work);
}

function workingDay(day: Day): void {
  const { person, chance, diary } = day;
  const pupil = person.role === 'pupil';
  const leave = pupil
    ? 425 + drawBelow(chance, 1, 40)
    : 370 + drawBelow(chance, 1, 90) + drawBelow(chance, 2, 110);
  const travel = 12 + drawBelow(chance, 3, 30);
  const length = pupil ? 300 + drawBelow(chance, 4, 150) : 430 + drawBelow(chance, 4, 130);
  travelTo(day, { from: leave, to: leave + travel, cell: person.work });
  if (!pupil && drawBelow(chance, 5, 100) < 28) {
    const lunch = leave + travel + 230 + drawBelow(chance, 6, 60);
    goTo(diary, minutes(lunch), day.around.network.neighbour[person.work] ?? person.work);
    goTo(diary, minutes(lunch + 25 + drawBelow(chance, 7, 25)), person.work);
  }
  const end = leave + travel + length;
  if (drawBelow(chance, 8, 100) < 46) visit(day, end, 20);
  else travelTo(day, { from: end, to: end + travel, cell: person.home });
}

function freeDay(day: Day): void {
  const visits = 1 + drawBelow(day.chance, 1, 3);
  let now = 540 + drawBelow(day.chance, 2, 240);
  for (let i = 0; i < visits && now < 1260; i++)
    now = visit(day, now, 20 + 10 * i) + drawBelow(day.chance, 3 + i, 150);
}

function visit(day: Day, start: number, index: number): number {
  const { person, around, chance, diary } = day;
  const favourite = person.favourites[favourites[drawBelow(chance, index, 1024)] ?? 0] ?? person.home;
  const explores = drawBelow(chance, index + 1, 100) < 12;
  const district = around.network.cells[person.home]?.district ?? 0;
  const cell = explores ? leisureCell(around, chance, { district, index: index + 2 }) : favourite;
  const stay = visitMinutes[drawBelow(chance, index + 4, 16)] ?? 60;
  const travel = 8 + drawBelow(chance, index + 5, 25);
  travelTo(day, { from: start, to: start + travel, cell });
  const end = Math.min(start + travel + stay, 1410);
  goTo(diary, minutes(end), person.home);
  return end;
}

function travelTo(
  { around, diary }: Day,
  way: { readonly from: number; readonly to: number; readonly cell: number },
): void {
  const before = diary.cells[diary.count - 1] ?? way.cell;
  goTo(diary, minutes(way.from), around.network.neighbour[before] ?? before);
  goTo(diary, minutes((way.from + way.to) / 2), around.network.neighbour[way.cell] ?? way.cell);
  goTo(diary, minutes(way.to), way.cell);
}

function minutes(value: number): number {
  return Math.floor(value * 60);
}

function goTo(diary: Diary, start: number, cell: number): void {
  diary.starts[diary.count] = start;
  diary.cells[diary.count] = cell;
  diary.count++;
}
