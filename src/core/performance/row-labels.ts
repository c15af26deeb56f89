/** What the rows of the Board's table are called: those of each period alone, and those since April. */
export interface RowLabels {
  readonly alone: string;
  readonly toDate: string;
}

/** A gap is no count: a period adds to it, and what stands since April is the gap itself. */
export const rowLabels = ({ gap }: { readonly gap?: boolean | undefined }): RowLabels =>
  gap === true ? { alone: 'Added to the gap', toDate: 'Gap' } : { alone: 'Actual', toDate: 'Cumulative' };
