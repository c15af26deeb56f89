import type { Month } from '../../../core/time/month.ts';
import { periodInWords } from '../../../core/time/period.ts';
import type { Output } from '../../../preload/contract.ts';

export type Evidence = Output<'evidence.show'>;
export type EvidenceShown = Evidence['tables'][number];

/** `July 2014 to June 2015`. */
export const spanInWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  periodInWords({ from: from as Month, to: to as Month });
