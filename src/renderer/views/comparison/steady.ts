import { useState } from 'react';
import type { Answer } from '../../ask.ts';

/** The last answer stays on screen while the next is on its way, so that a choice never empties the page. */
export function useSteady<T>(answer: Answer<T>): Answer<T> {
  const [kept, keep] = useState(answer);
  if (answer.state !== 'asking' && answer !== kept) keep(answer);
  return answer.state === 'asking' ? kept : answer;
}
