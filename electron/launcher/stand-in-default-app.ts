/** package.json of the application that the stand-in runtime starts when it is handed a folder. */
export const defaultAppPackage = `${JSON.stringify({ name: 'electron', main: 'main.mjs', type: 'module' })}\n`;

/**
 * What Electron's own default application does, as far as this project uses it. It is an ES module with a top-level
 * await: otherwise the application's main would run after `ready`.
 */
export const defaultAppMain = `import { app } from 'electron';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(1);
const required = [];
let target;
for (let index = 0; index < args.length && target === undefined; index += 1) {
  const argument = args[index];
  if (argument === '--version' || argument === '-v') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (argument === '-r' || argument === '--require') required.push(args[(index += 1)]);
  else if (!argument.startsWith('-')) target = argument;
}
const require = createRequire(import.meta.url);
for (const file of required) require(resolve(file));
if (target === undefined) {
  console.error('Usage: electron FOLDER');
  process.exit(64);
}
process.defaultApp = true;
let file = resolve(target);
const packageFile = join(file, 'package.json');
if (existsSync(packageFile)) {
  const about = JSON.parse(readFileSync(packageFile, 'utf8'));
  app.setAppPath(file);
  app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
  file = join(file, about.main ?? 'index.js');
}
await import(pathToFileURL(file).href);
`;
