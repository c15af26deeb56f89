import type { ReactElement, ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { meaningOf, type Term as TermName } from '../words/glossary.ts';
import './term.css';

/** A word of the field that explains itself on hover and on focus. */
export function Term({ term, children }: { readonly term: TermName; readonly children: ReactNode }): ReactElement {
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      <Button className="term">{children}</Button>
      <Tooltip className="term-hint" offset={6}>
        {meaningOf(term)}
      </Tooltip>
    </TooltipTrigger>
  );
}
