import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// Habits this house does not have, each with the reason a reader is told.
const bans = {
  enums: { selector: 'TSEnumDeclaration', message: 'States are string unions in plain words.' },
  openExternal: {
    selector: 'MemberExpression[property.name=/^(openExternal|openPath)$/]',
    message: 'The workbench opens nothing outside itself.',
  },
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: one name for one thing everywhere.',
  },
  random: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The same question has the same answer.',
  },
  clock: { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The time is handed in.' },
  newDate: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time is handed in.',
  },
  htmlInside: {
    selector:
      "JSXAttribute[name.name='dangerouslySetInnerHTML'], AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]",
    message: 'Text from a workbook is text.',
  },
  textAsCode: {
    selector: "CallExpression[callee.name=/^(eval|Function)$/], NewExpression[callee.name='Function']",
    message: 'No code is made from text.',
  },
};
const everywhere = [bans.enums, bans.openExternal, bans.defaultExport, bans.textAsCode];

const electronOnly = (allowed) => ({
  paths: [
    {
      name: 'electron',
      importNames: ['ipcMain', 'ipcRenderer', 'shell', 'contextBridge', 'net', 'autoUpdater', 'crashReporter'].filter(
        (name) => !allowed.includes(name),
      ),
      message: 'The one channel is opened in shell/doorway.ts and preload/index.ts; the rest is not used at all.',
    },
  ],
});

export default defineConfig(
  globalIgnores(['dist/', 'out/', '.runtime/', 'node_modules/', '**/*.cjs', 'resources/sample/']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.core.json', 'tsconfig.node.json', 'tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      'no-restricted-imports': ['error', electronOnly([])],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['src/main/shell/doorway.ts'], rules: { 'no-restricted-imports': ['error', electronOnly(['ipcMain'])] } },
  {
    files: ['src/preload/index.ts'],
    rules: { 'no-restricted-imports': ['error', electronOnly(['ipcRenderer', 'contextBridge'])] },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, bans.random, bans.clock, bans.newDate] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}', 'tests/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      'no-restricted-syntax': ['error', ...everywhere, bans.htmlInside],
    },
  },
  { files: ['*.config.{js,ts}', 'tests/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
);
