import { daysFromIso } from '../base/calendar.ts';
import { offsetTable, utcFromLocal, type OffsetTable } from '../base/time-zone.ts';
import type { Stretch } from './stretch.ts';

/** The seconds since 1970 UTC that local days cover, both included, with the clock of their time zone. */
export function periodStretch(
  period: { readonly from: string; readonly to: string },
  timeZone: string,
): Stretch & { readonly clock: OffsetTable } {
  const [first, last] = [daysFromIso(period.from), daysFromIso(period.to)];
  if (first === undefined || last === undefined) throw new Error('a period names days that do not exist');
  const clock = offsetTable(timeZone, (first - 2) * 86_400, (last + 3) * 86_400);
  return {
    clock,
    from: utcFromLocal(clock, first * 86_400),
    to: utcFromLocal(clock, (last + 1) * 86_400),
  };
}
