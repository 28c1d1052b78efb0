import { expect, it } from 'vitest';
import { figureRows } from '../../../../renderer/desk/features/compare/figure-rows.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { report, viewFor } from '../fake-services.ts';

const { summary } = viewFor({
  recipe: presets.conservative,
  policy: builtInPolicies.default,
  product: 'footfall',
  bin: 'total',
});
const figures = (
  product: 'footfall' | 'dwell',
  side: Parameters<ReturnType<typeof figureRows>[number]['of']>[0],
) => Object.fromEntries(figureRows(product).map(({ id, of }) => [id, of(side)]));

it('takes figures of the shown table from its own line and those of the audit from all', () => {
  expect(figures('footfall', { summary, report })).toMatchObject({
    kept: 50 / 90,
    zones: 0.5,
    error: 0.02,
    secondary: 1,
    safe: 2,
    notTested: 0,
  });
});

it('knows nothing of a table that was not worked out, rather than zero', () => {
  expect(figures('dwell', { summary, report })).toMatchObject({ kept: undefined, error: undefined, safe: 2 });
  expect(figures('footfall', { summary, report: undefined })).toMatchObject({
    published: summary.published,
    secondary: undefined,
    exact: undefined,
    notTested: undefined,
  });
});
