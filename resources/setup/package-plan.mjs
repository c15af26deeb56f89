/* What goes into a release and how it is set, in electron-builder's words; `standIn` describes the one that is only tried out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { leftOut } from './shipped-parts.mjs';

/** Electron's switches that are burnt into the program: it runs our archive and nothing else (ARCHITECTURE, security 19). */
export const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  grantFileProtocolExtraPrivileges: false,
  enableCookieEncryption: false, // there are no cookies; on, it may ask for a keychain's password
  loadBrowserProcessSpecificV8Snapshot: false,
};

const version = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Left out of the packages taken along: sources, notes, other systems' binaries, and the project's own Node. */
const WITHOUT = [
  '!**/node_modules/**/*.{md,markdown,map,ts,mts,cts,tsx,flow}',
  '!**/node_modules/**/{test,tests,__tests__,example,examples,docs,benchmark,.github}/**',
  '!**/node_modules/better-sqlite3/{deps,src}/**',
  '!**/node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  '!**/node_modules/echarts/{dist,build,theme,i18n}/**',
  '!**/node_modules/node-{linux,win,darwin}-*/**',
  '!**/node_modules/@types/**',
  '!**/node_modules/undici-types/**',
];

/** @returns {import('electron-builder').Configuration} */
export function packagePlan({ electronFolder = null, electronVersion = version('electron'), standInNode = null } = {}) {
  return {
    appId: 'uk.saferworkbench.desktop',
    productName: 'Safer Workbench',
    copyright: 'MIT Licence; the licences of others stand in resources/about/licences.txt',
    directories: { output: 'out/package', buildResources: 'resources/icon' },
    artifactName: 'safer-workbench-${version}-${os}-${arch}.${ext}',
    electronVersion,
    ...(electronFolder === null ? {} : { electronDist: electronFolder }),
    electronLanguages: ['en-GB', 'en-US'],
    electronFuses: FUSES,
    asar: true,
    // Only what native code must read lies beside the archive. (A Node of our own cannot read an archive at all.)
    asarUnpack: standInNode === null ? ['**/*.node', 'resources/**'] : ['**/*'],
    files: [
      'package.json',
      'dist/{main,preload,renderer,about}/**',
      'resources/{fonts,groups,sample}/**',
      'resources/icon/icon.png',
      ...WITHOUT,
      ...leftOut(root).map((place) => `!${place}/**`),
    ],
    extraResources: [
      { from: 'dist/about', to: 'about' },
      ...(standInNode === null ? [] : [{ from: standInNode, to: 'node/node' }]),
    ],
    // A store named «….workbench» opens by a double click; other databases are left to whatever opens them.
    fileAssociations: [
      {
        ext: 'workbench',
        name: 'Safer Workbench store',
        description: 'Safer Workbench store',
        mimeType: 'application/x-safer-workbench',
        role: 'Editor',
      },
    ],
    npmRebuild: false,
    publish: null,
    win: {
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'portable', arch: ['x64'] },
      ],
      icon: 'resources/icon/icon.ico',
      requestedExecutionLevel: 'asInvoker',
    },
    // For one person, without admin rights, into their own profile; never asks for more.
    nsis: {
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      installerSidebar: 'resources/icon/installerSidebar.bmp',
      uninstallerSidebar: 'resources/icon/installerSidebar.bmp',
      deleteAppDataOnUninstall: false, // the store is the officer's, not the program's
      runAfterFinish: false,
    },
    portable: { requestExecutionLevel: 'user', artifactName: 'safer-workbench-${version}-portable-${arch}.${ext}' },
    linux: {
      target: [
        { target: 'AppImage', arch: ['x64'] },
        { target: 'deb', arch: ['x64'] },
      ],
      icon: 'resources/icon/linux',
      executableName: 'safer-workbench',
      category: 'Office',
      synopsis: 'From the month’s extracts to the Board’s tables',
      maintainer: 'Safer Workbench maintainers <maintainers@saferworkbench.invalid>',
    },
    mac: {
      target: [
        { target: 'dmg', arch: ['arm64', 'x64'] },
        { target: 'zip', arch: ['arm64', 'x64'] },
      ],
      icon: 'resources/icon/icon.icns',
      category: 'public.app-category.business',
      hardenedRuntime: true,
      gatekeeperAssess: false,
    },
  };
}
