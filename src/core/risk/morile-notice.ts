/** Said on every paper and chart of scores. */
export const MORILE_NOT_HERE =
  'MoRiLE’s own scale, weights and thresholds are not published here: no public document that could be read prints them.';

/** Shown wherever issues are scored. */
export const MORILE_NOTICE =
  `${MORILE_NOT_HERE} ` +
  'Score with one of the workbench’s own templates, or import the matrix your partnership is licensed to use.';
