import { offsetTable, type OffsetTable } from '../../shared/base/time-zone.ts';
import type { BaseTable } from '../../shared/kernel/base-table.ts';
import { catchmentTable } from '../../shared/kernel/catchment.ts';
import { countPersons } from '../../shared/kernel/count-persons.ts';
import type { Counting } from '../../shared/kernel/counting.ts';
import { datedBins } from '../../shared/kernel/dated-bins.ts';
import { dwellTable } from '../../shared/kernel/dwell.ts';
import { flowsTable } from '../../shared/kernel/flows.ts';
import { footfallTable } from '../../shared/kernel/footfall.ts';
import { frequencyTable } from '../../shared/kernel/frequency.ts';
import { zonesOfEvents } from '../../shared/kernel/handovers.ts';
import { homesOf } from '../../shared/kernel/homes.ts';
import { staysOf, type StaysFound } from '../../shared/kernel/find-stays.ts';
import type { VisitRows } from '../../shared/kernel/visit-rows.ts';
import type { GroupTable } from '../../shared/products/group-table.ts';
import { timeBins } from '../../shared/products/time-bins.ts';
import type { People } from '../../shared/kernel/people.ts';
import { tableGroups } from './table-groups.ts';
import { presencesByCells, presencesByZones } from './presences-in-zones.ts';

/** An extract to count: its events, its persons and the period. */
export interface KernelOrder {
  readonly base: BaseTable;
  readonly zoneOfCell: Int32Array;
  readonly zones: number;
  readonly people: People;
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
}

/** The kernel's five products, with totals over all that adds up, in the form of `ProductsBySql`. */
export class ProductsOfKernel {
  private readonly order: KernelOrder;
  private readonly counting: Counting;
  readonly clock: OffsetTable;
  readonly found: StaysFound;

  constructor(
    order: KernelOrder,
    rules: { readonly maximumGapSeconds: number; readonly maximumNightGapSeconds: number },
  ) {
    const { base, zoneOfCell, timeZone, people } = order;
    const low = base.second.reduce((least, value) => Math.min(least, value), Infinity);
    this.order = order;
    this.clock = offsetTable(timeZone, low - 9 * 86_400, low + 99 * 86_400);
    this.counting = { people, totals: ['band', 'home', 'age', 'gender'], bound: undefined };
    this.found = staysOf(base, zonesOfEvents(base, zoneOfCell), rules, this.clock);
  }

  footfall(table: 'stays' | 'moments'): Map<string, string> {
    const { base, zoneOfCell, zones, people } = this.order;
    const presences =
      table === 'stays'
        ? presencesByZones(this.found.stays, zones)
        : presencesByCells(base, zoneOfCell, zones);
    const hours = this.bins('hour');
    const slotBins = { firstSlot: hours.firstSlot, binOfSlot: hours.binOfSlot, bins: hours.starts.length };
    const counts = countPersons(presences, slotBins, {
      classOfPerson: people.classOfPerson,
      classes: people.ages * people.genders,
    });
    return this.named(footfallTable({ presences, slotBins, counts }, this.counting), hours.starts);
  }

  dwell(breaks: readonly number[]): Map<string, string> {
    const dayparts = this.bins('daypart');
    const order = { zones: this.order.zones, dayparts, breaks };
    return this.named(dwellTable(this.found.stays, order, this.counting), dayparts.starts);
  }

  flows(maximumTripMinutes: number): Map<string, string> {
    const dayparts = this.bins('daypart');
    const order = { zones: this.order.zones, dayparts, maximumTripMinutes };
    return this.named(flowsTable(this.found.stays, order, this.counting), dayparts.starts);
  }

  frequency(table: 'stays' | 'moments', breaks: readonly number[]): Map<string, string> {
    const order = { zones: this.order.zones, days: this.bins('day'), breaks };
    return this.named(frequencyTable(this.rows(table), order, this.counting));
  }

  /** Catchment; equal homes are chosen as for a person of tie number 0. */
  catchment(table: 'stays' | 'moments', minimumNights: number): Map<string, string> {
    const { zones, people } = this.order;
    const rows = this.rows(table);
    const tieOfPerson = new Int32Array(people.classOfPerson.length);
    const homeOfPerson = homesOf(rows, this.clock, { zones, minimumNights, tieOfPerson });
    const order = { zones, days: this.bins('day'), homes: zones, homeOfPerson };
    return this.named(catchmentTable(rows, order, this.counting));
  }

  private rows(table: 'stays' | 'moments'): VisitRows {
    return table === 'stays' ? this.found.stays : this.order;
  }

  private bins(name: 'hour' | 'daypart' | 'day'): ReturnType<typeof datedBins> {
    return datedBins(timeBins(name, this.clock, this.order.from, this.order.to), this.clock);
  }

  private named(table: GroupTable, starts?: Int32Array): Map<string, string> {
    const { zones } = this.order;
    return tableGroups(table, {
      time: (bin) => `${starts?.[bin]}`,
      home: (home) => `${home === zones ? -1 : home}`,
    });
  }
}
