import { z } from 'zod';
import { change, Nothing, question, Token } from './contract-parts.ts';

/* Areas and their names, and what else extracts bring with them. */

export const AreaKind = z.enum(['city', 'neighbourhood', 'partnership', 'force', 'region', 'ward', 'other']);
const AreaName = z.string().trim().min(1).max(200);

/** A name of an extract that is probably a known area's, mistyped. */
export const AreaProposalShape = z.object({
  found: z.string(),
  meant: z.string(),
  kind: AreaKind,
  rows: z.number(),
  distance: z.number(),
});

const NamedAreaShape = z.object({
  areaId: z.number(),
  name: z.string(),
  kind: AreaKind,
  otherNames: z.array(z.object({ alias: z.string(), by: z.enum(['officer', 'extract', 'workbench']) })),
});

/** What stands in a folder, and what of it is new here. */
const FolderLookShape = z.object({
  folder: Token,
  name: z.string(),
  /** Files beyond the 500 that are listed. */
  more: z.number(),
  files: z.array(
    z.object({
      /** null: it cannot be read here. */
      file: Token.nullable(),
      name: z.string(),
      within: z.string(),
      bytes: z.number(),
      changedAt: z.string(),
      state: z.enum(['new', 'held', 'changed', 'withdrawn', 'not-readable']),
      importId: z.number().nullable(),
      says: z.string(),
    }),
  ),
});

export const intakeContract = {
  /** The shell asks which folder; null when the officer chose none. */
  'folder.choose': question('window', 'shell', Nothing, z.object({ look: FolderLookShape.nullable() })),
  'folder.look': question('shell', 'engine', z.strictObject({ path: z.string().min(1) }), FolderLookShape),
  'folder.look-again': question('window', 'engine', z.strictObject({ folder: Token }), FolderLookShape),

  'area.list': question('window', 'engine', Nothing, z.object({ areas: z.array(NamedAreaShape) })),
  /** From now on a name in an extract means this area; imports kept before stay as they are (`keptUnderIt` of them). */
  'area.keep-alias': change(
    'window',
    'engine',
    z.strictObject({ alias: AreaName, name: AreaName, kind: AreaKind }),
    z.object({ area: NamedAreaShape, keptUnderIt: z.number() }),
  ),
  'area.forget-alias': change(
    'window',
    'engine',
    z.strictObject({ alias: AreaName }),
    z.object({ area: NamedAreaShape }),
  ),
  /** Recommendations of one import, or of every live one. */
  'recommendation.list': question(
    'window',
    'engine',
    z.strictObject({ importId: z.number().int().optional() }),
    z.object({
      recommendations: z.array(
        z.object({
          recommendationId: z.number(),
          importId: z.number(),
          file: z.string(),
          sheet: z.string(),
          number: z.string().nullable(),
          text: z.string(),
          owner: z.string().nullable(),
          due: z.string().nullable(),
          dueWords: z.string().nullable(),
          progress: z.string().nullable(),
          status: z.string().nullable(),
          cell: z.string(),
        }),
      ),
    }),
  ),
} as const;
