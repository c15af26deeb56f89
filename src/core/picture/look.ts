/** The colours of a picture. Own area and this year in accent; everything else in greys that differ in lightness. */
export interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly accent: string;
  readonly comparator: string;
  readonly band: string;
  readonly lastYear: string;
}

/** For paper, files and the light window. Accent is also the darkest, so the picture still reads in grey. */
export const LIGHT_LOOK: Look = {
  paper: '#FFFFFF',
  ink: '#1B2733',
  muted: '#51606E',
  hairline: '#D7DDE3',
  accent: '#0B5CAD',
  comparator: '#7F8E9C',
  band: '#E9EEF3',
  lastYear: '#7F8E9C',
};

/** For the dark window. */
export const DARK_LOOK: Look = {
  paper: '#12181F',
  ink: '#E8EDF2',
  muted: '#A9B5C0',
  hairline: '#2E3843',
  accent: '#6FB1F5',
  comparator: '#66747F',
  band: '#1D2630',
  lastYear: '#8392A0',
};

/** Source Sans 3 as the engine names it, then as the window's bundled file names it. */
export const FONT_FAMILY = "'Source Sans 3', 'Source Sans 3 Variable', sans-serif";

export type Weight = 400 | 600;
