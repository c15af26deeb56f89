import { expect, it } from 'vitest';
import { isOurs } from '../../src/main/shell/address.ts';

it.each(['app://workbench/', 'app://workbench/index.html', 'app://workbench/assets/a.js?x#y'])(
  'knows its own address: %s',
  (address) => {
    expect(isOurs(address)).toBe(true);
  },
);

it.each([
  'app://evil/',
  'app://workbench.evil/',
  'app://workbench@evil/',
  'app://user@workbench/',
  'app:workbench',
  'http://workbench/',
  'https://example.org/?next=app://workbench/',
  'ws://workbench/',
  'ftp://workbench/',
  'file:///app://workbench/',
  'data:text/html,app://workbench/',
  'blob:app://workbench/1b4e28ba',
  'javascript:alert(1)',
  'about:blank',
  'devtools://devtools/bundled/inspector.html',
  'chrome://gpu',
  '',
  'workbench',
])('takes no other address for its own: %s', (address) => {
  expect(isOurs(address)).toBe(false);
});
