import { z } from 'zod';
import { num } from './contract-parts.ts';
import { Label } from './contract-views.ts';

/* The gap explored and maps, as they cross to the window. */

export const GapExploreShape = z.object({
  year: z.string(),
  dataTo: z.string().nullable(),
  method: z.enum(['named', 'worst-in-baseline', 'worst-in-period']),
  methodWords: z.string(),
  baselineYear: z.string().nullable(),
  options: z.object({
    priority: z.enum(['pooled', 'mean-of-rates']),
    city: z.enum(['with-priority', 'without-priority']),
  }),
  areas: z.array(z.string()),
  periods: z.array(
    z.object({ period: z.string(), priorityRate: num, cityRate: num, gap: num, lastYearGap: num, boardGap: num }),
  ),
  neighbourhoods: z.array(
    z.object({
      name: z.string(),
      priority: z.boolean(),
      count: num,
      population: num,
      ratePerThousand: num,
      lower95: num,
      upper95: num,
      lower998: num,
      upper998: num,
      method: z.enum(['exact', 'Byar']).nullable(),
      rank: num,
      rankFrom: num,
      rankTo: num,
      label95: Label,
      label998: Label,
      small: z.boolean(),
      lastYear: num,
      changePercent: num,
      changeSays: z.string().nullable(),
      partOfGap: num,
      partOfChange: num,
    }),
  ),
  sentence: z.string(),
  populationYear: z.string().nullable(),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});

/** What a map shows: neighbourhoods by rate; wards or small areas (LSOA) by count. */
export const MapOf = z.enum(['neighbourhoods', 'wards', 'small-areas']);

export const BoundaryShape = z.object({
  boundaryId: z.number(),
  name: z.string(),
  fileName: z.string(),
  savedAt: z.string(),
});

const Ring = z.array(z.tuple([z.number(), z.number()]));
export const MapViewShape = z.object({
  boundary: z.string(),
  title: z.string(),
  valueWords: z.string(),
  areas: z.array(
    z.object({
      name: z.string(),
      held: z.string().nullable(),
      polygons: z.array(z.array(Ring)),
      value: num,
      count: num,
      population: num,
      marked: z.boolean(),
    }),
  ),
  withoutOutline: z.array(z.string()),
  withoutFigure: z.array(z.string()),
  sentence: z.string(),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});
