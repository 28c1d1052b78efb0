import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { repositoryRoot } from '../../electron/launcher/repository.ts';

/** What a source file says, without its comments. */
export interface ReadSource {
  /** Path from the repository's root. */
  readonly path: string;
  /** Every string and template text. */
  readonly texts: readonly string[];
  /** Every module named in an import or export. */
  readonly modules: readonly string[];
  /** Every name that is read, `a.b` for members; types left out. */
  readonly names: readonly string[];
}

/** Reads every TypeScript and JavaScript file of electron/, renderer/ and shared/. */
export function productSources(): readonly ReadSource[] {
  return ['electron', 'renderer', 'shared']
    .flatMap((folder) => filesUnder(join(repositoryRoot, folder)))
    .filter((file) => /[.](?:tsx?|[cm]?js)$/.test(file))
    .map((file) => readSource(relative(repositoryRoot, file), readFileSync(file, 'utf8')));
}

/** Every file below a folder. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Takes one file apart. */
export function readSource(path: string, text: string): ReadSource {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const texts: string[] = [];
  const modules: string[] = [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    const said = textOf(node);
    if (said !== undefined) (isModuleName(node) ? modules : texts).push(said);
    const name = nameOf(node, file);
    if (name !== undefined) names.push(name);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, texts, modules, names };
}

function textOf(node: ts.Node): string | undefined {
  const says =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return says || ts.isJsxText(node) ? node.text : undefined;
}

function nameOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return `${node.expression.getText(file)}.${node.name.text}`;
  if (ts.isJsxAttribute(node)) return node.name.getText(file);
  return ts.isIdentifier(node) ? node.text : undefined;
}

function isModuleName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression.kind === ts.SyntaxKind.ImportKeyword;
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
}
