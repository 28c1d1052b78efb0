import { it } from 'vitest';
import { statements } from '../../support/statements.ts';
import { expectGolden } from '../../support/golden-text.ts';

it.each(Object.entries(statements))('%s is the same text as ever', (name, statement) => {
  expectGolden(`sql/${name}.sql`, `${statement}\n`);
});
