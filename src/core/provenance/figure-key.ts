/** A figure by the question it answers, the same whatever the order of the question’s parts: what notes hang on. */
export const figureKey = (figure: Readonly<Record<string, string | number | undefined>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(figure).toSorted(([a], [b]) => (a < b ? -1 : 1))));
