import { globSync } from 'node:fs';
import type { Locator } from 'playwright';
import { chooseNext, goTo, sampleFile } from './officer.ts';
import type { Opened } from './open-workbench.ts';

/** A state of the window that no room is in by itself: it is brought about once, then pictured in every look. */
export interface Scene {
  readonly name: string;
  readonly open: (opened: Opened) => Promise<void>;
  /** Puts away what stands over the rooms. */
  readonly leave?: (opened: Opened) => Promise<void>;
}

const main = ({ page }: Opened): Locator => page.getByRole('main');
const press = async ({ page }: Opened, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
};
/** The first empties a field that searches, the second leaves. */
const escape = async ({ page }: Opened): Promise<void> => {
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Escape');
};
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Chooses files under the room's own button. */
async function bring(opened: Opened, room: string, files: readonly string[]): Promise<void> {
  await goTo(opened.page, room);
  await chooseNext(opened.app, files);
  await press(opened, 'Choose files…');
}

async function choose(opened: Opened, label: string, option: RegExp): Promise<void> {
  await main(opened)
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await opened.page.getByRole('option', { name: option }).first().click();
}

/** Every part of a room that has a list of its parts on the left. */
export async function partsOf(opened: Opened, room: string): Promise<Scene[]> {
  await goTo(opened.page, room);
  const list = main(opened).getByRole('navigation').getByRole('button');
  await list.first().waitFor();
  const names = await list.allInnerTexts();
  return names.map((name, at) => ({
    name: `${slug(room)}-${slug(name)}`,
    open: async (here) => {
      await goTo(here.page, room);
      await main(here).getByRole('navigation').getByRole('button').nth(at).click();
    },
  }));
}

/** What an officer meets while working, with the sample month held. */
export const AT_WORK: readonly Scene[] = [
  {
    name: 'palette',
    open: async (opened) => {
      await opened.page.keyboard.press('Control+k');
      await opened.page.keyboard.type('gap');
      await opened.page.getByRole('menuitem').first().waitFor();
    },
    leave: escape,
  },
  {
    name: 'measures-beside',
    open: async (opened) => {
      await goTo(opened.page, 'Measures');
      await choose(opened, 'Beside', /2014/);
    },
    leave: (opened) => choose(opened, 'Beside', /^Nothing$/),
  },
  {
    name: 'measures-figure-explained',
    open: async (opened) => {
      await goTo(opened.page, 'Measures');
      await press(opened, /^1,431/);
      await opened.page.getByRole('complementary', { name: 'Where this figure comes from' }).waitFor();
      await opened.page.waitForTimeout(1000);
    },
    leave: escape,
  },
  {
    name: 'measures-definition-form',
    open: async (opened) => {
      await goTo(opened.page, 'Measures');
      await opened.page.getByRole('tab', { name: 'Words and definition' }).click();
      await press(opened, 'Change the definition');
    },
  },
  {
    name: 'measures-new',
    open: async (opened) => {
      await goTo(opened.page, 'Measures');
      await press(opened, 'New measure…');
    },
    leave: escape,
  },
  {
    name: 'comparison-beside',
    open: async (opened) => {
      await goTo(opened.page, 'Comparison');
      await choose(opened, 'Beside', /January/);
    },
    leave: (opened) => choose(opened, 'Beside', /^Nothing$/),
  },
  {
    name: 'comparison-groups',
    open: async (opened) => {
      await goTo(opened.page, 'Comparison');
      await press(opened, 'Groups…');
    },
  },
  {
    name: 'packs-compose',
    open: async (opened) => {
      await goTo(opened.page, 'Packs');
      await press(opened, 'Compose the pack');
    },
  },
  {
    name: 'packs-small-numbers',
    open: async (opened) => {
      await goTo(opened.page, 'Packs');
      await press(opened, 'Change the rule');
      await opened.page.getByRole('heading', { name: 'Small numbers' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'extracts-history-opened',
    open: async (opened) => {
      await goTo(opened.page, 'Extracts');
      await opened.page.getByRole('tab', { name: /History/ }).click();
      await opened.page.getByRole('row').nth(1).getByRole('button').first().click();
    },
  },
  {
    name: 'check-a-sheet-findings',
    open: async (opened) => {
      await bring(opened, 'Check a sheet', globSync(sampleFile('police/*.xlsx')).sort());
      await opened.page
        .getByRole('status')
        .filter({ hasText: /add up|adds up/ })
        .first()
        .waitFor();
      await opened.page.waitForTimeout(1000);
    },
  },
];

/** Files on their way in, on a store that holds nothing. */
export const BRINGING_IN: readonly Scene[] = [
  {
    name: 'extracts-queue',
    open: async (opened) => {
      await bring(opened, 'Extracts', globSync(sampleFile('*/*.{xlsx,xls,csv}')).sort());
      await opened.page.getByRole('button', { name: /^Keep all 13 ready files$/ }).waitFor();
    },
  },
  {
    name: 'extracts-queue-records',
    open: async (opened) => {
      await press(opened, /^Recorded crime/);
    },
  },
  {
    name: 'extracts-queue-sheet',
    open: async (opened) => {
      await press(opened, /^Domestic abuse crimes/);
      await opened.page.getByRole('tab', { name: 'The sheet' }).click();
      await opened.page.getByRole('grid').waitFor();
    },
  },
];

/** Before there is a store to open. */
export const OPENING: readonly Scene[] = [
  {
    name: 'opening-first-passphrase',
    open: async (opened) => {
      await opened.page.getByRole('heading', { name: 'Choose a passphrase' }).waitFor();
      await opened.page.getByLabel('New passphrase').fill('kettle harbour violin');
    },
  },
  {
    name: 'opening-recovery-key',
    open: async (opened) => {
      await opened.page.getByLabel('New passphrase').fill('kettle harbour violin ninepence');
      await opened.page.getByLabel('The same once more').fill('kettle harbour violin ninepence');
      await press(opened, 'Make the store');
      await opened.page.getByRole('heading', { name: 'Write down the recovery key' }).waitFor();
    },
  },
];
