import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

// On a build machine (CI=true) typescript-eslint reads each file once and would judge the text on disk, not the one handed in.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});

/** What the house's rules say of a text that stood in this file's place. */
async function rulesAgainst(text: string, place: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, place) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

it.each([
  [
    'opening anything outside',
    'src/main/shell/menu.ts',
    "import electron from 'electron';\nvoid electron.shell.openExternal('x');\n",
  ],
  ['opening anything outside by name', 'src/main/shell/menu.ts', "import { shell } from 'electron';\nvoid shell;\n"],
  ['a second channel in the shell', 'src/main/shell/menu.ts', "import { ipcMain } from 'electron';\nvoid ipcMain;\n"],
  [
    'a second channel in the bridge’s place',
    'src/renderer/ask.ts',
    "import { ipcRenderer } from 'electron';\nvoid ipcRenderer;\n",
  ],
  ['chance in the domain', 'src/core/time/month.ts', 'export const bad = Math.random();\n'],
  ['the clock in the domain', 'src/core/time/month.ts', 'export const bad = Date.now();\n'],
  ['today in the domain', 'src/core/time/month.ts', 'export const bad = new Date();\n'],
  ['an enum', 'src/core/time/month.ts', 'export enum Bad { One }\n'],
  ['a default export', 'src/core/time/month.ts', 'export default 1;\n'],
  ['HTML out of text', 'src/renderer/ask.ts', "document.body.innerHTML = '<b>x</b>';\n"],
])('forbids %s', async (_what, place, text) => {
  const rules = await rulesAgainst(text, place);
  expect(rules.some((rule) => rule === 'no-restricted-syntax' || rule === 'no-restricted-imports')).toBe(true);
});

it('forbids «any»', async () => {
  expect(await rulesAgainst('export const bad: any = 1;\n', 'src/core/time/month.ts')).toContain(
    '@typescript-eslint/no-explicit-any',
  );
});

it('lets the one channel be opened where it belongs', async () => {
  const text = "import { ipcMain } from 'electron';\nexport const channel = ipcMain;\n";
  expect(await rulesAgainst(text, 'src/main/shell/doorway.ts')).toEqual([]);
});
