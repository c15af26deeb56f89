// The rooms of the house and what each may take from another. tests/boundary/rooms.test.ts shows each rule failing.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const never = (name, from, forbidden, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: forbidden },
});

const NODE = '^node:';
const NODE_MODULES = '(^|/)node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Nothing needs itself to run. (Two files may name each other’s types.)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'core-stands-alone',
      '^src/core/',
      '^src/core/',
      'The domain: plain values in, plain values out; no library, no Node.',
    ),
    only(
      'contract-needs-only-core-and-zod',
      '^src/preload/contract[a-z-]*\\.ts$',
      ['^src/core/', '^src/preload/contract-[a-z]+\\.ts$', `${NODE_MODULES}zod/`],
      'The contract is read by both sides: the domain and zod, nothing else.',
    ),
    only(
      'bridge-needs-only-electron',
      '^src/preload/index\\.ts$',
      ['^src/preload/contract\\.ts$', `${NODE_MODULES}electron/`],
      'A sandboxed preload can require nothing but electron.',
    ),
    {
      name: 'bridge-takes-only-types',
      severity: 'error',
      from: { path: '^src/preload/index\\.ts$' },
      to: { path: '^src/preload/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    never(
      'engine-knows-no-electron',
      '^src/main/engine/',
      ['^src/main/(shell/|index\\.ts$|cli)', '^src/renderer/', `${NODE_MODULES}electron/`, '^electron$'],
      'The engine is plain Node: what the command line and the tests start too.',
    ),
    never(
      'cli-knows-no-electron',
      '^src/main/cli',
      ['^src/main/(shell/|index\\.ts$)', '^src/renderer/', `${NODE_MODULES}electron/`, '^electron$'],
      'The command line is the engine without a window.',
    ),
    only(
      'shell-only-opens-doors',
      '^src/main/(shell/|index\\.ts$)',
      [
        '^src/main/(shell/|index\\.ts$)',
        '^src/preload/contract\\.ts$',
        NODE,
        '^(fs|fs/promises|path|child_process)$',
        `${NODE_MODULES}electron/`,
      ],
      'The shell knows Electron and the contract; the engine it only starts.',
    ),
    {
      name: 'renderer-takes-only-types-across',
      comment: 'zod and Node never reach the window.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(preload|main)/', dependencyTypesNot: ['type-only'] },
    },
    never(
      'renderer-knows-only-the-contract',
      '^src/renderer/',
      ['^src/main/', '^src/preload/index\\.ts$'],
      'Whatever crosses is in the contract.',
    ),
    never(
      'renderer-has-no-node',
      '^src/renderer/',
      [
        NODE,
        '^(fs|path|os|child_process|crypto|stream|util|worker_threads)(/|$)',
        `${NODE_MODULES}(electron|better-sqlite3|exceljs|zod)/`,
      ],
      'The window is a page.',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '[.](sql|css|svg|woff2|ttf|json)([?]|$)' },
  },
};
