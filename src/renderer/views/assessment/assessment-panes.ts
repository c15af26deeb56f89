import type { ReactElement } from 'react';
import type { Risk } from './assessment-words.ts';
import { DocumentPane } from './document-pane.tsx';
import { EvidencePane } from './evidence-pane.tsx';
import { Calendar } from './calendar.tsx';
import { CommunityVoice } from './community-voice.tsx';
import { Grants } from './grants.tsx';
import { Outcomes } from './outcomes.tsx';
import { PlanPane } from './plan-pane.tsx';
import { Priorities } from './priorities.tsx';
import { Ranking } from './ranking.tsx';
import { Recommendations } from './recommendations.tsx';
import { Register } from './register.tsx';
import { Scoring } from './scoring.tsx';
import { SourceBalance } from './source-balance.tsx';
import { WorkProgramme } from './work-programme.tsx';
import { Workshop } from './workshop.tsx';

/** One part of the assessment: it is shown alone, under its own name, for the year chosen above it. */
export interface AssessmentPane {
  readonly id: string;
  readonly name: string;
  /** Sees the scoring of the year (`risk.year` is the year), whether it uses it or not. */
  readonly Pane: (props: { readonly risk: Risk }) => ReactElement;
  /** A line under the name; `scores`: that the pane weighs by a scheme, and whose scale is not published. */
  readonly lead?: 'scores';
  /** True: what is shown has a year of its own, and the chooser above is left out. */
  readonly ownYear?: boolean;
}

/** The parts in the order an assessment is made; a group without a part is not shown. */
export const PANE_GROUPS: readonly { readonly group: string; readonly panes: readonly AssessmentPane[] }[] = [
  {
    group: 'Evidence',
    panes: [
      { id: 'evidence', name: 'Evidence tables', Pane: EvidencePane },
      { id: 'voice', name: 'Community voice', Pane: CommunityVoice, ownYear: true },
      { id: 'balance', name: 'Source balance', Pane: SourceBalance },
    ],
  },
  {
    group: 'Issues',
    panes: [
      { id: 'register', name: 'Register', Pane: Register, lead: 'scores' },
      { id: 'scoring', name: 'Scoring', Pane: Scoring, lead: 'scores' },
      { id: 'workshop', name: 'Workshop', Pane: Workshop, lead: 'scores' },
      { id: 'ranking', name: 'Ranking', Pane: Ranking, lead: 'scores' },
      { id: 'priorities', name: 'Priorities', Pane: Priorities },
    ],
  },
  {
    group: 'Plan',
    panes: [
      { id: 'plan', name: 'Plan on a page', Pane: PlanPane, ownYear: true },
      { id: 'recommendations', name: 'Recommendations', Pane: Recommendations, ownYear: true },
      { id: 'outcomes', name: 'Outcomes', Pane: Outcomes, ownYear: true },
      { id: 'work', name: 'Work programme', Pane: WorkProgramme, ownYear: true },
      { id: 'grants', name: 'Grants', Pane: Grants, ownYear: true },
      { id: 'calendar', name: 'Calendar', Pane: Calendar },
    ],
  },
  { group: 'Hand-over', panes: [{ id: 'document', name: 'Document', Pane: DocumentPane }] },
];
