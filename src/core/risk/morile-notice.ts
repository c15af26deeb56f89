/** Shown wherever issues are scored. */
export const MORILE_NOTICE =
  'MoRiLE’s own scale, weights and thresholds are not published here: no public document that could be read prints them. ' +
  'Score with one of the templates below, or import the matrix your partnership is licensed to use.';
