import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** What is never read by anyone: classes, keys, roles, drawings, where a list opens. */
const UNREAD_ATTRIBUTES = new Set([
  'className',
  'key',
  'id',
  'd',
  'viewBox',
  'points',
  'transform',
  'placement',
  'role',
  'aria-keyshortcuts',
]);
const UNREAD_PROPERTIES = new Set(['id', 'key', 'value']);
const UNREAD_CALLS = new Set([
  'closest',
  'matches',
  'querySelector',
  'querySelectorAll',
  'matchMedia',
  'startsWith',
  'Error',
]);
const KEYS = /^(Enter|Escape|Home|End|Tab|Delete|Backspace|Arrow\w+|Page\w+)$/;

const CLASSES = /^[a-z]+(-[a-z]+)+( [a-z]+(-[a-z]+)*)*$/;

/** What Chromium and Electron are told, in their own words: keys of the menu, the page's policy, how names are resolved. */
const TO_CHROMIUM = /^(CmdOrCtrl\+|default-src |base-uri |MAP \*|ClipboardItem$)/;

/** Words with a space between them, or one word that begins as a sentence does; no selector, style or markup. */
const isSentence = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  (/\p{L}[,;:.]?\s|\s\p{L}/u.test(text) || /^\p{Lu}\p{Ll}+\S*$/u.test(text.trim())) &&
  !KEYS.test(text) &&
  !TO_CHROMIUM.test(text) &&
  !CLASSES.test(text) &&
  !/[<>{}=#]|^\([a-z-]+: /.test(text);

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `1${literal.text}`).join('');
}

function isUnread(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent) || ts.isBinaryExpression(parent)) {
    if (!ts.isBinaryExpression(parent)) return true;
    const { kind } = parent.operatorToken;
    return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  }
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const called = parent.expression;
    return UNREAD_CALLS.has(ts.isPropertyAccessExpression(called) ? called.name.text : called.getText());
  }
  return false;
}

/** Every sentence that stands in a file of the window itself. */
function sentencesIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && UNREAD_PROPERTIES.has(node.name.getText())) return;
    if (ts.isJsxAttribute(node) && UNREAD_ATTRIBUTES.has(node.name.getText())) return;
    const text = textOf(node);
    if (text !== null && isSentence(text) && !isUnread(node)) found.push(text.replace(/\s+/g, ' ').trim());
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

it('finds a sentence in a heading, an attribute, a table’s head and a message, and takes none from a class or a key', () => {
  expect(['Kept', 'Choose files…', 'rows with «1»', '3 cells'].every(isSentence)).toBe(true);
  expect(['ArrowDown', 'table-block', 'kept', '2015-06', 'input[type="text"], a'].some(isSentence)).toBe(false);
});

it.each([
  ['the window', 'renderer', 'words/**', 100],
  ['the menu and the dialogs', 'main/shell', 'words.ts', 10],
])(
  'every sentence of %s stands in words, in one place, where a Welsh version would begin',
  (_what, room, words, many) => {
    const files = globSync('**/*.{ts,tsx}', { cwd: join(src, room), exclude: [words] });
    expect(files.length).toBeGreaterThan(many);
    const found = files.flatMap((file) => sentencesIn(join(src, room, file)).map((says) => `${file}: ${says}`));
    expect(found).toEqual([]);
  },
);
