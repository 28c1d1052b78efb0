import { describe, expect, it } from 'vitest';
import { breachesIn, ruleNames, type StubTree } from './stub-tree.ts';

/** Each folder of shared/ and the folders of shared/ it may import besides itself. */
const values = ['base', 'extract', 'recipe', 'policy', 'geo', 'products'];
const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  extract: values,
  recipe: values,
  policy: values,
  geo: values,
  products: values,
  kernel: values,
  audit: [...values, 'ports'],
  risk: [...values, 'kernel', 'audit', 'ports', 'protect'],
  protect: [...values, 'kernel', 'audit', 'ports', 'risk'],
  evidence: [...values, 'kernel', 'audit', 'risk', 'protect'],
  checkpoint: ['base', 'ports'],
  ledger: [...values, 'ports', 'protect', 'evidence', 'checkpoint'],
  attacks: [...values, 'kernel', 'audit', 'risk', 'protect', 'evidence', 'ledger', 'ports'],
  sql: ['base'],
  plan: [...values, 'sql'],
  ports: [...values, 'audit', 'evidence', 'sql'],
  bundle: [...values, 'ports', 'checkpoint'],
  demo: [...values, 'ports'],
  workflow: [
    ...values,
    'kernel',
    'audit',
    'risk',
    'protect',
    'evidence',
    'ledger',
    'attacks',
    'sql',
    'plan',
    'ports',
    'checkpoint',
    'bundle',
    'demo',
    'ipc',
  ],
  ipc: [...values, 'evidence', 'ledger', 'bundle'],
};

/** A small tree with the project's shape that keeps every rule. */
const goodTree: StubTree = {
  ...Object.fromEntries(Object.keys(layers).map((name) => [`shared/${name}/leaf.ts`, ["import 'zod';"]])),
  'shared/base/leaf.ts': [],
  'shared/base/pure.ts': [
    'h3-js',
    'hyparquet',
    'hyparquet-writer',
    '@noble/curves/ed25519.js',
    '@noble/hashes/sha2.js',
  ].map((name) => `import '${name}';`),
  'shared/ipc/channels.ts': [],
  'electron/handlers/ports/clock.ts': ["import '../../../shared/ipc/leaf.ts';"],
  'electron/handlers/open.ts': ["import './ports/clock.ts';"],
  'electron/node/clock.ts': ["import 'node:fs';", "import '../handlers/ports/clock.ts';"],
  'electron/main/lockdown/session.ts': [
    "import type { Session } from 'electron';",
    'export type Locked = Session;',
  ],
  'electron/main/serve.ts': [
    "import './lockdown/session.ts';",
    "import '../handlers/open.ts';",
    "import 'electron';",
  ],
  'electron/main/entry.ts': ["import './serve.ts';", "import '../node/clock.ts';"],
  'electron/preload/desk.ts': ["import 'electron';", "import '../../shared/ipc/channels.ts';"],
  'electron/cli/release.ts': ["import '../../shared/workflow/leaf.ts';", "import '../node/clock.ts';"],
  'electron/cli/entry.ts': ["import './release.ts';"],
  'electron/launcher/start.ts': ["import 'node:fs';", "import '../../shared/base/leaf.ts';"],
  'renderer/desk/entry.tsx': ["import './app/Frame.tsx';"],
  'renderer/desk/app/Frame.tsx': [
    "import '../features/map/Map.tsx';",
    "import '../features/risk/Histogram.tsx';",
  ],
  'renderer/desk/features/map/Map.tsx': ["import '../../state/store.ts';", "import '../../ui/Button.tsx';"],
  'renderer/desk/features/risk/Histogram.tsx': ["import '../../state/use-store.ts';"],
  'renderer/desk/state/store.ts': ["import '../bridge/bridge.ts';"],
  'renderer/desk/state/use-store.ts': ["import 'react';", "import './store.ts';"],
  'renderer/desk/bridge/bridge.ts': ["import '../../../shared/ipc/leaf.ts';"],
  'renderer/desk/ui/Button.tsx': [
    "import 'react';",
    "import '../../../shared/base/leaf.ts';",
    "import '../styles/tokens.ts';",
  ],
  'renderer/desk/styles/tokens.ts': [],
  'renderer/vault/entry.ts': [
    "import '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';",
    "import '../../shared/workflow/leaf.ts';",
    "import './reader.ts';",
  ],
  'renderer/vault/reader.ts': [],
  'renderer/seal/entry.ts': ["import '../../shared/ipc/leaf.ts';", "import './form.ts';"],
  'renderer/seal/form.ts': [],
  'test/support/people.ts': ["import '../../shared/base/leaf.ts';"],
};

/** [rule, file that breaks it, what it imports]: each file is added to the good tree. */
const planted: readonly (readonly [rule: string, file: string, target: string])[] = [
  ['no-unresolvable', 'shared/base/planted-lost.ts', './nowhere.ts'],
  ['no-unresolvable', 'shared/base/planted-unknown-package.ts', 'package-that-is-nowhere'],
  ['shared-is-a-leaf', 'shared/base/planted-electron.ts', '../../electron/node/clock.ts'],
  ['shared-is-a-leaf', 'shared/workflow/planted-vault.ts', '../../renderer/vault/reader.ts'],
  ['shared-is-pure', 'shared/bundle/planted-node.ts', 'node:crypto'],
  ['shared-is-pure', 'shared/bundle/planted-duckdb.ts', '@duckdb/duckdb-wasm'],
  ['shared-is-pure', 'shared/policy/planted-react.ts', 'react'],
  ['electron-is-fenced', 'electron/node/planted-electron.ts', 'electron'],
  ['electron-is-fenced', 'electron/handlers/planted-electron.ts', 'electron'],
  ['electron-is-fenced', 'electron/cli/planted-electron.ts', 'electron'],
  ['electron-is-fenced', 'electron/launcher/planted-electron.ts', 'electron'],
  ['electron-is-fenced', 'renderer/desk/bridge/planted-electron.ts', 'electron'],
  ['electron-is-fenced', 'test/support/planted-electron.ts', 'electron'],
  ['lockdown-takes-electron', 'electron/main/lockdown/planted-electron.ts', 'electron'],
  ['processes-share-contracts-only', 'electron/main/planted-desk.ts', '../../renderer/desk/bridge/bridge.ts'],
  ['processes-share-contracts-only', 'electron/cli/planted-vault.ts', '../../renderer/vault/reader.ts'],
  ['preload-is-thin', 'electron/preload/planted-contract.ts', '../../shared/ipc/leaf.ts'],
  ['preload-is-thin', 'electron/preload/planted-node.ts', '../node/clock.ts'],
  ['preload-no-packages', 'electron/preload/planted-zod.ts', 'zod'],
  ['preload-no-packages', 'electron/preload/planted-fs.ts', 'node:fs'],
  ['handlers-take-ports', 'electron/handlers/planted-adapter.ts', '../node/clock.ts'],
  ['handlers-no-node', 'electron/handlers/planted-fs.ts', 'node:fs'],
  ['adapters-are-the-floor', 'electron/node/planted-handler.ts', '../handlers/open.ts'],
  ['launcher-stands-alone', 'electron/launcher/planted-node.ts', '../node/clock.ts'],
  ['launcher-stands-alone', 'electron/launcher/planted-workflow.ts', '../../shared/workflow/leaf.ts'],
  ['roots-stay-roots', 'electron/handlers/planted-main.ts', '../main/serve.ts'],
  ['roots-stay-roots', 'renderer/seal/planted-entry.ts', './entry.ts'],
  ['main-and-cli-are-strangers', 'electron/main/planted-cli.ts', '../cli/release.ts'],
  ['main-and-cli-are-strangers', 'electron/cli/planted-main.ts', '../main/serve.ts'],
  ['renderer-is-sandboxed', 'renderer/vault/planted-node.ts', '../../electron/node/clock.ts'],
  ['renderer-no-node', 'renderer/vault/planted-fs.ts', 'node:fs'],
  ['windows-are-strangers', 'renderer/desk/bridge/planted-vault.ts', '../../vault/reader.ts'],
  ['windows-are-strangers', 'renderer/vault/planted-desk.ts', '../desk/bridge/bridge.ts'],
  ['windows-are-strangers', 'renderer/seal/planted-desk.ts', '../desk/ui/Button.tsx'],
  [
    'only-the-vault-has-the-engine',
    'renderer/desk/state/planted-kernel.ts',
    '../../../shared/kernel/leaf.ts',
  ],
  ['only-the-vault-has-the-engine', 'renderer/desk/app/planted-duckdb.ts', '@duckdb/duckdb-wasm'],
  [
    'only-the-vault-has-the-engine',
    'renderer/desk/app/planted-wasm.ts',
    '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url',
  ],
  ['only-the-vault-has-the-engine', 'renderer/seal/planted-workflow.ts', '../../shared/workflow/leaf.ts'],
  ['features-ask-the-store', 'renderer/desk/features/map/planted-bridge.ts', '../../bridge/bridge.ts'],
  ['features-ask-the-store', 'renderer/desk/ui/planted-app.ts', '../app/Frame.tsx'],
  ['features-are-strangers', 'renderer/desk/features/map/planted-risk.ts', '../risk/Histogram.tsx'],
  ['ui-is-dumb', 'renderer/desk/ui/planted-state.ts', '../state/store.ts'],
  ['ui-is-dumb', 'renderer/desk/ui/planted-policy.ts', '../../../shared/policy/leaf.ts'],
  ['state-without-react', 'renderer/desk/state/planted-react.ts', 'react'],
  ['state-below-view', 'renderer/desk/state/planted-ui.ts', '../ui/Button.tsx'],
  ['state-below-view', 'renderer/desk/bridge/planted-feature.ts', '../features/map/Map.tsx'],
  ['no-test-code-in-the-app', 'renderer/desk/app/planted-test.ts', '../../../test/support/people.ts'],
  ['no-test-code-in-the-app', 'electron/cli/planted-test.ts', '../../test/support/people.ts'],
];

const layerRules = ruleNames.filter((name) =>
  Object.keys(layers).some((folder) => name === `shared-${folder}`),
);

describe('the import rules', () => {
  it('accept a tree that keeps them', async () => {
    expect(await breachesIn(goodTree)).toEqual([]);
  });

  it('refuse every planted import', async () => {
    const tree = {
      ...goodTree,
      ...Object.fromEntries(planted.map(([, file, target]) => [file, [`import '${target}';`]])),
    };
    const found = await breachesIn(tree);
    const missed = planted.filter(
      ([rule, file]) => !found.some((breach) => breach.rule === rule && breach.from === file),
    );
    expect(missed).toEqual([]);
  });

  it('refuse a circle and a file that nothing uses', async () => {
    const found = await breachesIn({
      'shared/base/hen.ts': ["import './egg.ts';"],
      'shared/base/egg.ts': ["import './hen.ts';"],
      'shared/base/lonely.ts': [],
    });
    expect(found.map(({ rule }) => rule)).toContain('no-cycles');
    expect(found).toContainEqual({ rule: 'no-orphans', from: 'shared/base/lonely.ts' });
  });

  it('let each folder of shared/ import exactly the layers below it', async () => {
    const folders = Object.keys(layers);
    const leaves = folders.map((name) => [`shared/${name}/leaf.ts`, []] as const);
    const pairs = folders.flatMap((from) =>
      folders.filter((to) => to !== from).map((to) => [from, to] as const),
    );
    const probes = pairs.map(
      ([from, to]) => [`shared/${from}/to-${to}.ts`, [`import '../${to}/leaf.ts';`]] as const,
    );
    const found = await breachesIn(Object.fromEntries([...leaves, ...probes]));
    const refused = new Set(found.filter(({ rule }) => layerRules.includes(rule)).map(({ from }) => from));
    const expected = pairs
      .filter(([from, to]) => !layers[from]?.includes(to))
      .map(([from, to]) => `shared/${from}/to-${to}.ts`);
    expect([...refused].toSorted()).toEqual(expected.toSorted());
  });

  it('are each proved by a planted import', () => {
    const proved = new Set([...planted.map(([rule]) => rule), ...layerRules, 'no-cycles', 'no-orphans']);
    expect(ruleNames.filter((name) => !proved.has(name))).toEqual([]);
  });
});
