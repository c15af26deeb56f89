import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newFolder, openWorkbench, removeFolder, type Opened } from './open-workbench.ts';
import { fewerColours } from './fewer-colours.ts';
import { AT_WORK, BRINGING_IN, OPENING, partsOf, type Scene } from './gallery-scenes.ts';

/*
 * Pictures of every room of the real app: `npm run gallery` writes out/gallery, and an index.html to look through them.
 *
 *   npm run gallery                  each room, part and state: light, dark, high contrast, 1920 wide, 200% zoom (about 5 minutes)
 *   npm run gallery -- --full        every look at every size, and every tab of every room
 *   npm run gallery -- --only gap    only the rooms, parts and states whose name has «gap» in it
 *   npm run gallery -- --pictures    only the pictures of the README and the help, renewed in resources/pictures
 */
const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out/gallery');
const pictures = join(root, 'resources/pictures');
const ROOMS = [
  'This month',
  'Extracts',
  'Measures',
  'The gap',
  'Comparison',
  'Packs',
  'Check a sheet',
  'Assessment',
  'Settings',
  'Help',
];
/** The pictures that are committed: these rooms as they are with the sample month, and two at work. */
const KEPT: Readonly<Record<string, string>> = {
  'This month': 'this-month',
  Measures: 'measures',
  'The gap': 'gap',
  Comparison: 'comparison',
  Packs: 'packs',
  Settings: 'settings',
};
const full = process.argv.includes('--full');
const onlyPictures = process.argv.includes('--pictures');
const only = process.argv.includes('--only') ? (process.argv.at(-1) ?? '') : '';

type Media = Parameters<Opened['page']['emulateMedia']>[0];
interface Look {
  readonly name: string;
  readonly media: NonNullable<Media>;
  readonly size: { readonly width: number; readonly height: number };
  readonly zoom: number;
}
const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 1920, height: 1080 };
const LIGHT = { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' } as const;
const DARK = { ...LIGHT, colorScheme: 'dark' } as const;
const HIGH = { ...LIGHT, forcedColors: 'active', contrast: 'more' } as const;
/** High contrast as most who need it have it: light on black. */
const BLACK = { ...HIGH, colorScheme: 'dark' } as const;
const look = (name: string, media: Look['media'], size = SMALL, zoom = 1): Look => ({ name, media, size, zoom });
const LOOKS: readonly Look[] = full
  ? [
      ...[LIGHT, DARK, HIGH].flatMap((media, at) =>
        [SMALL, LARGE].map((size) =>
          look(`${['light', 'dark', 'contrast'][at] ?? ''}-${String(size.width)}`, media, size),
        ),
      ),
      look('light-200', LIGHT, SMALL, 2),
      look('dark-200', DARK, SMALL, 2),
      look('contrast-200', HIGH, SMALL, 2),
      look('black-1280', BLACK),
    ]
  : [
      look('light-1280', LIGHT),
      look('dark-1280', DARK),
      look('contrast-1280', HIGH),
      look('black-1280', BLACK),
      look('light-1920', LIGHT, LARGE),
      look('light-200', LIGHT, SMALL, 2),
    ];
/** The parts and states that are brought about, in fewer looks where not all are asked for, and once from top to foot. */
const SCENE_LOOKS = full ? LOOKS : LOOKS.filter(({ name }) => !name.startsWith('contrast'));
const TALLEST = 4000;

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** At 200% a window of 1280 by 800 has room for 640 by 400: that is what is shown. */
async function take({ app, page }: Opened, { media, size, zoom }: Look): Promise<void> {
  const [width, height] = [size.width / zoom, size.height / zoom];
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
  await app.evaluate(
    ({ BrowserWindow }, at) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(at.width, at.height);
    },
    { width: size.width, height: size.height },
  );
  await page.setViewportSize({ width, height });
}

/** Opens a room and waits until nothing more is on its way. */
async function enter({ page }: Opened, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: room }).click();
  await page.locator('main h1').first().waitFor();
  await page
    .locator('.waiting')
    .first()
    .waitFor({ state: 'detached', timeout: 5000 })
    .catch(() => undefined);
  await page.waitForTimeout(250);
}

async function everyRoom(opened: Opened, state: string, names: string[]): Promise<void> {
  const { page } = opened;
  for (const one of LOOKS) {
    await take(opened, one);
    for (const room of ROOMS.filter((each) => slug(each).includes(only))) {
      await enter(opened, room);
      const shoot = async (part: string): Promise<void> => {
        const name = `${slug(room)}${part}-${state}-${one.name}.png`;
        await page.screenshot({ path: join(out, name) });
        names.push(name);
      };
      await shoot('');
      if (!full && !(one.name === 'light-1280' && state === 'full')) continue;
      const tabs = await page.getByRole('main').getByRole('tab').allInnerTexts();
      for (const tab of tabs.slice(1)) {
        await page.getByRole('main').getByRole('tab', { name: tab, exact: true }).first().click();
        await page.waitForTimeout(400);
        await shoot(`-${slug(tab).replaceAll(/[^\w-]/g, '')}`);
      }
    }
  }
}

/** Scenes whose room has to be scrolled sideways: none should. */
const pastTheEdge: string[] = [];

/** Each scene is brought about once and pictured in every look, at last as tall as what stands in it. */
async function everyScene(opened: Opened, scenes: readonly Scene[], names: string[]): Promise<void> {
  const { page } = opened;
  for (const scene of scenes.filter(
    ({ name }) => name.includes(only) || scenes === BRINGING_IN || scenes === OPENING,
  )) {
    await take(opened, look('light-1280', LIGHT));
    await scene.open(opened).catch((error: unknown) => {
      throw new Error(`«${scene.name}» could not be brought about`, { cause: error });
    });
    await page.locator('.waiting').first().waitFor({ state: 'detached' });
    const shoot = async (name: string): Promise<void> => {
      await page.waitForTimeout(250);
      const over = await page.evaluate(() => {
        const room = document.querySelector('main');
        return room === null ? 0 : room.scrollWidth - room.clientWidth;
      });
      if (over > 1) pastTheEdge.push(`${scene.name}-${name} runs ${String(over)} pixels past the edge`);
      await page.screenshot({ path: join(out, `${scene.name}-${name}.png`) });
      names.push(`${scene.name}-${name}.png`);
    };
    for (const one of SCENE_LOOKS) {
      await take(opened, one);
      await shoot(one.name);
    }
    await take(opened, look('light-1280', LIGHT));
    const height = await page.evaluate(() => {
      const room = document.querySelector('main');
      return room === null ? 0 : room.scrollHeight + room.getBoundingClientRect().top;
    });
    if (height > SMALL.height) {
      await page.setViewportSize({ width: SMALL.width, height: Math.min(Math.ceil(height), TALLEST) });
      await shoot('whole');
      await page.setViewportSize(SMALL);
    }
    await scene.leave?.(opened);
  }
}

/** Keeps the window as it is under a name of the README and the help. */
async function keepPicture({ page }: Opened, name: string): Promise<void> {
  // What the pointer happens to be over would look chosen.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  writeFileSync(join(pictures, `${name}.png`), fewerColours(await page.screenshot()));
}

async function renewPictures(month: string, assessed: string): Promise<void> {
  const light = look('light-1280', LIGHT);
  await picture(month, async (opened) => {
    await take(opened, light);
    for (const [room, name] of Object.entries(KEPT)) {
      await enter(opened, room);
      await keepPicture(opened, name);
    }
  });
  await picture(null, async (opened) => {
    await take(opened, light);
    await BRINGING_IN[0]?.open(opened);
    await keepPicture(opened, 'extracts');
  });
  await picture(assessed, async (opened) => {
    await take(opened, light);
    const ranking = (await partsOf(opened, 'Assessment')).find(({ name }) => name.endsWith('-ranking'));
    await ranking?.open(opened);
    await keepPicture(opened, 'assessment');
  });
}

function fill(storePath: string): void {
  const files = globSync(join(root, 'resources/sample/*/*.{xlsx,xls,csv}')).sort();
  execFileSync(process.execPath, [join(root, 'dist/main/cli.js'), 'import', ...files, '--store', storePath]);
}

/** Opens a workbench, lets it be pictured, and fails where anything went wrong in its window. */
async function picture(
  store: string | null,
  shoot: (opened: Opened) => Promise<void>,
  opens: 'plain' | 'as-it-is' = 'plain',
): Promise<void> {
  const folder = newFolder();
  if (store !== null) cpSync(store, join(folder, 'workbench.sqlite'));
  const opened = await openWorkbench(folder, opens);
  opened.page.setDefaultTimeout(15_000);
  await shoot(opened);
  const troubles = await opened.troubles();
  await opened.close();
  removeFolder(folder);
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const names: string[] = [];
  const began = performance.now();
  const made = newFolder();
  const [month, assessed] = [join(made, 'month.sqlite'), join(made, 'assessment.sqlite')];
  fill(month);
  execFileSync(process.execPath, [join(root, 'resources/setup/make-assessment.mjs'), made], { stdio: 'ignore' });
  if (onlyPictures) {
    await renewPictures(month, assessed);
  } else {
    await picture(null, async (opened) => {
      await everyRoom(opened, 'empty', names);
      await everyScene(opened, BRINGING_IN, names);
    });
    await picture(month, async (opened) => {
      await everyRoom(opened, 'full', names);
      await everyScene(opened, [...AT_WORK, ...(await partsOf(opened, 'Settings'))], names);
    });
    await picture(assessed, async (opened) => {
      await everyScene(opened, await partsOf(opened, 'Assessment'), names);
    });
    await picture(null, (opened) => everyScene(opened, OPENING, names), 'as-it-is');
  }
  removeFolder(made);
  if (pastTheEdge.length > 0) {
    process.stderr.write(`${pastTheEdge.join('\n')}\n`);
    process.exitCode = 1;
  }
  const page = names.map((name) => `<figure><figcaption>${name}</figcaption><img src="${name}" width="640"></figure>`);
  writeFileSync(join(out, 'index.html'), `<!doctype html><title>Gallery</title>${page.join('\n')}\n`);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${onlyPictures ? pictures : out}: ${String(names.length)} pictures in ${String(seconds)} s\n`);
}

await main();
