import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const native = '@duckdb';
/** Packages that the build leaves outside because they are native code, or load it. */
const whole = ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc'];
/** Files that the process of the native engine opens beside them. */
const files = ['package.json', 'dist/duckdb-mvp.wasm', 'dist/duckdb-eh.wasm'].map((name) =>
  join(native, 'duckdb-wasm', name),
);

/** What the built application needs of npm packages at run time: paths below `node_modules` in `root`, those of this platform alone. */
export function shippedPackages(root: string): readonly string[] {
  const modules = join(root, 'node_modules');
  const bindings = readdirSync(join(modules, native))
    .filter((name) => name.startsWith('node-bindings-'))
    .map((name) => join(native, name));
  return [...whole, ...bindings, ...files].filter((path) => existsSync(join(modules, path)));
}

/** Copies them from `root` to where an application in `to` finds them. */
export function copyShippedPackages(root: string, to: string): void {
  for (const path of shippedPackages(root)) {
    const target = join(to, 'node_modules', path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, 'node_modules', path), target, { recursive: true });
  }
}
