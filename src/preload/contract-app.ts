import { z } from 'zod';
import { Nothing, change, question } from './contract-parts.ts';

/* The app itself: what it is, and which of its two stores is open. No path ever comes or goes. */

export const appContract = {
  'app.about': question(
    'window',
    'shell',
    Nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      store: z.string(),
      /** True while the sample partnership's store is open instead of the officer's own. */
      sample: z.boolean(),
    }),
  ),
  /** Whether the rows of tables stand close together, as they stood when the window was last closed. */
  'table.density': question('window', 'shell', Nothing, z.object({ dense: z.boolean() })),
  'table.keep-density': change('window', 'shell', z.strictObject({ dense: z.boolean() }), Nothing),
  /** Opens the sample partnership's store, filled from the bundled month; the window is loaded anew. */
  'sample.open': question('window', 'shell', Nothing, z.object({ files: z.number() })),
  /** Goes back to the officer's own store. */
  'sample.leave': question('window', 'shell', Nothing, Nothing),
} as const;
