import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/renderer/app.tsx';
import { againstCity } from '../../src/renderer/words/gap.ts';
import { compared, outlines } from './comparison-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

async function open(tab: string, answers: Parameters<typeof openDoorway>[0] = compared) {
  const doorway = openDoorway(answers);
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'The gap' }));
  fireEvent.click(await screen.findByRole('tab', { name: tab }));
  return doorway;
}

async function choose(label: string, option: string | RegExp) {
  fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: new RegExp(`${label}$`) }));
  fireEvent.click(await screen.findByRole('option', { name: option }));
}

const lastAsked = (doorway: Awaited<ReturnType<typeof open>>, command: string) =>
  doorway.asked.findLast((one) => one.command === command)?.input;

describe('the gap by another method', () => {
  it('names the method, and says which question it answers', async () => {
    await open('By another method');
    expect(await screen.findByText(/did the chosen places improve\?/)).toBeDefined();
    expect(
      screen.getByRole('img', { name: /The gap by this method: By this method the gap stood at 6\.5/ }),
    ).toBeDefined();
  });

  it('asks for the worst so many by a baseline year, pooled or as a mean, with the ten or without', async () => {
    const doorway = await open('By another method');
    await screen.findByText(/did the chosen places improve\?/);
    await choose('Priority neighbourhoods', 'The worst by a baseline year');
    const many = await screen.findByRole('textbox', { name: 'How many' });
    fireEvent.change(many, { target: { value: '5' } });
    fireEvent.blur(many);
    await choose('Their rate', /Mean of/);
    await choose('Set against', 'The rest of the city');
    await waitFor(() => {
      expect(lastAsked(doorway, 'gap.explore')).toEqual({
        year: '2015/16',
        method: 'worst-in-baseline',
        worst: 5,
        priority: 'mean-of-rates',
        city: 'without-priority',
      });
    });
    expect(screen.getByText(/They are: City Centre, Stonehouse/)).toBeDefined();
  });

  it('gives each neighbourhood its limits, its possible ranks and its part, and says where it is too few to say', async () => {
    await open('By another method');
    const table = await screen.findByRole('table', { name: /rate, limits, and part of the gap/ });
    const cells = (head: string) =>
      within(within(table).getByRole('rowheader', { name: head }).closest('tr') as HTMLElement)
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cells('City Centre (priority)')).toEqual([
      '483',
      '6,140',
      '78.7',
      '70.8 to 86.5',
      '1 (1 to 2)',
      'Higher (99.8%)',
      '473',
      'not known',
      'could easily be chance',
      '+5.40',
      '−0.11',
    ]);
    expect(cells('Widewell')[5]).toBe('Too few to say');
  });
});

describe('the map', () => {
  it('says what to bring where there are no outlines, and keeps the file that is chosen', async () => {
    const doorway = await open('Map', {
      ...compared,
      'boundary.list': () => [],
      'file.choose': () => ({ files: [{ file: 'token 1', name: 'neighbourhoods.geojson' }] }),
      'boundary.keep': ({ name }) => ({ ...outlines, name, outlines: 39 }),
    });
    expect(await screen.findByRole('heading', { name: 'No map yet' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Choose a boundary file…' }));
    expect(await screen.findByLabelText('What it is called here')).toHaveProperty('value', 'neighbourhoods');
    fireEvent.click(screen.getByRole('button', { name: 'Keep these outlines' }));
    expect(await screen.findByText('«neighbourhoods» is kept with 39 outlines.')).toBeDefined();
    expect(lastAsked(doorway, 'boundary.keep')).toEqual({ file: 'token 1', name: 'neighbourhoods' });
  });

  it('goes over to small areas and their own months for street records, which name no neighbourhood', async () => {
    const doorway = await open('Map');
    await screen.findByRole('img', { name: /^Map\./ });
    await choose('Measure', 'Street crime');
    await screen.findByRole('button', { name: /Small areas \(LSOA\)/ });
    expect(lastAsked(doorway, 'map.show')).toMatchObject({
      measure: 'street-crime',
      from: '2019-04',
      to: '2020-03',
      of: 'small-areas',
    });
  });

  it('has its table beside it, highest first, and names what has no outline', async () => {
    const doorway = await open('Map');
    expect(await screen.findByRole('img', { name: /^Map\. All crime per 1,000 residents/ })).toBeDefined();
    expect(lastAsked(doorway, 'map.show')).toMatchObject({
      boundaryId: 4,
      from: '2015-04',
      to: '2015-06',
      of: 'neighbourhoods',
    });
    const table = screen.getByRole('table', { name: /All crime per 1,000/ });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((one) => one.textContent),
    ).toEqual(['City Centre (priority)', 'Widewell']);
    expect(screen.getByRole('note').textContent).toMatch(/1 area with figures has no outline in this file: Stonehouse/);
  });
});

describe('a neighbourhood against the city', () => {
  it('is higher or lower by its own limits, and says at which confidence', () => {
    expect(againstCity('worse', 'worse')).toBe('Higher (99.8%)');
    expect(againstCity('worse', 'similar')).toBe('Higher (95%)');
    expect(againstCity('similar', 'similar')).toBe('Like the city');
    expect(againstCity(null, null)).toBe('');
  });
});
