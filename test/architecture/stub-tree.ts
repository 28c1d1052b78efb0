import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  cruise,
  type ICruiseResult,
  type IFlattenedRuleSet,
  type IForbiddenRuleType,
  type ICruiseOptions,
} from 'dependency-cruiser';
import { repositoryRoot } from '../../electron/launcher/repository.ts';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
};

/** File path to the statements it consists of. */
export type StubTree = Readonly<Record<string, readonly string[]>>;

/** One import that a rule must refuse. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
}

/** Names of the rules in force. */
export const ruleNames: readonly string[] = rules.forbidden.map((rule) => rule.name ?? '');

/** Writes the tree to a temporary folder, applies the project's import rules and returns every breach. */
export async function breachesIn(tree: StubTree): Promise<readonly Breach[]> {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-boundaries-'));
  symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(repositoryRoot, 'package.json'), join(folder, 'package.json'));
  for (const [file, statements] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${statements.join('\n')}\nexport {};\n`);
  }
  const ruleSet: IFlattenedRuleSet = { forbidden: rules.forbidden };
  const tops = [...new Set(Object.keys(tree).map((file) => file.split('/')[0] ?? ''))];
  const result = await cruise(tops, { ...rules.options, baseDir: folder, ruleSet, validate: true });
  rmSync(folder, { recursive: true });
  return violationsOf(result.output).map(({ rule, from }) => ({ rule: rule.name, from }));
}

function violationsOf(output: ICruiseResult | string): ICruiseResult['summary']['violations'] {
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text.');
  return output.summary.violations;
}
