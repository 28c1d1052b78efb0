import type { ProtectionReport } from '../../../../shared/ipc/protection.ts';
import type { ViewSummary } from '../../../../shared/ipc/view.ts';
import type { Product } from '../../../../shared/products/product.ts';

/** What is known of one recipe: figures of the shown table, and of all tables once protection was worked out. */
export interface SideFigures {
  readonly summary: ViewSummary | undefined;
  readonly report: ProtectionReport | undefined;
  /** Whether the report is being worked out. */
  readonly working?: boolean;
}

/** One key figure of a recipe; `undefined` where it is not known or means nothing. */
export interface FigureRow {
  readonly id: string;
  readonly as: 'number' | 'percent' | 'error';
  readonly of: (side: SideFigures) => number | undefined;
}

const share = (part: number, all: number): number | undefined => (all === 0 ? undefined : part / all);
const tableOf = ({ report }: SideFigures, product: Product) =>
  report?.tables.find((table) => table.product === product);

/** Key figures of a comparison in their order: the shown table, then what could be worked out of all of them. */
export function figureRows(product: Product): readonly FigureRow[] {
  return [
    { id: 'published', as: 'number', of: ({ summary }) => summary?.published },
    {
      id: 'publishedShare',
      as: 'percent',
      of: ({ summary }) => summary && share(summary.published, summary.groups),
    },
    { id: 'smallest', as: 'number', of: ({ summary }) => summary?.smallestPublished },
    {
      id: 'kept',
      as: 'percent',
      of: (side) => {
        const utility = tableOf(side, product)?.utility;
        return utility && share(utility.personsKept, utility.persons);
      },
    },
    {
      id: 'zones',
      as: 'percent',
      of: (side) => {
        const utility = tableOf(side, product)?.utility;
        return utility && share(utility.zonesCovered, utility.zones);
      },
    },
    {
      id: 'error',
      as: 'error',
      of: (side) => {
        const table = tableOf(side, product);
        return table === undefined || table.published === 0 ? undefined : table.utility.medianError;
      },
    },
    { id: 'secondary', as: 'number', of: (side) => tableOf(side, product)?.secondary },
    { id: 'exact', as: 'number', of: ({ report }) => report?.audit.exact },
    { id: 'narrow', as: 'number', of: ({ report }) => report?.audit.narrow },
    { id: 'safe', as: 'number', of: ({ report }) => report?.audit.safe },
    { id: 'notTested', as: 'number', of: ({ report }) => report?.audit.notTested },
  ];
}
