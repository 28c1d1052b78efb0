import { useTranslation } from 'react-i18next';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import { DropReason } from '../../../../shared/extract/understanding.ts';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FindingFigure } from './FindingFigure.tsx';
import type { Understanding } from '../../../../shared/extract/understanding.ts';

const rowHeight = 26;

/** Rows left out, a bar for each reason that left any out, the longest first. */
export function DropChart({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dropped, rowsRead } = understanding;
  const bars = DropReason.options
    .map((reason) => ({ reason: t(`extract.drop.${reason}`), rows: dropped[reason] }))
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => b.rows - a.rows);
  const left = bars.reduce((sum, { rows }) => sum + rows, 0);
  const told =
    left === 0
      ? t('extract.standsOut.noDrops')
      : t('extract.standsOut.drops', {
          left: format.number(left),
          read: format.number(rowsRead),
          most: bars[0]?.reason,
        });
  const inWords =
    bars.length === 0 ? undefined : (
      <Facts facts={bars.map(({ reason, rows }) => ({ name: reason, value: format.number(rows) }))} />
    );
  return (
    <FindingFigure
      title={t('extract.understood.dropped')}
      told={told}
      inWords={inWords}
      height={bars.length * rowHeight + 8}
    >
      <BarChart
        accessibilityLayer={false}
        data={bars}
        layout="vertical"
        margin={{ top: 0, right: 64, bottom: 0, left: 0 }}
      >
        <XAxis type="number" hide />
        <YAxis
          type="category"
          dataKey="reason"
          width={176}
          tickLine={false}
          axisLine={false}
          stroke="var(--text)"
          fontSize="0.923rem"
        />
        <Bar dataKey="rows" fill="var(--mark)" barSize={14} isAnimationActive={false}>
          <LabelList
            dataKey="rows"
            position="right"
            fill="var(--text)"
            fontSize="0.923rem"
            formatter={(rows) => format.number(Number(rows))}
          />
        </Bar>
      </BarChart>
    </FindingFigure>
  );
}
