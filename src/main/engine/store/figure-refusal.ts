/** A figure was asked for that cannot be: a measure, year, period or area that is not held. The message says which. */
export class FigureRefusal extends Error {
  override readonly name = 'FigureRefusal';
}
