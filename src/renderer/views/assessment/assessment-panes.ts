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
import { ISSUE_PANES } from '../../words/assessment-issues.ts';

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
    group: ISSUE_PANES.evidence,
    panes: [
      { id: 'evidence', name: ISSUE_PANES.evidenceTables, Pane: EvidencePane },
      { id: 'voice', name: ISSUE_PANES.communityVoice, Pane: CommunityVoice, ownYear: true },
      { id: 'balance', name: ISSUE_PANES.sourceBalance, Pane: SourceBalance },
    ],
  },
  {
    group: ISSUE_PANES.issues,
    panes: [
      { id: 'register', name: ISSUE_PANES.register, Pane: Register, lead: ISSUE_PANES.scores },
      { id: 'scoring', name: ISSUE_PANES.scoring, Pane: Scoring, lead: ISSUE_PANES.scores },
      { id: 'workshop', name: ISSUE_PANES.workshop, Pane: Workshop, lead: ISSUE_PANES.scores },
      { id: 'ranking', name: ISSUE_PANES.ranking, Pane: Ranking, lead: ISSUE_PANES.scores },
      { id: 'priorities', name: ISSUE_PANES.priorities, Pane: Priorities },
    ],
  },
  {
    group: ISSUE_PANES.plan,
    panes: [
      { id: 'plan', name: ISSUE_PANES.planOnAPage, Pane: PlanPane, ownYear: true },
      { id: 'recommendations', name: ISSUE_PANES.recommendations, Pane: Recommendations, ownYear: true },
      { id: 'outcomes', name: ISSUE_PANES.outcomes, Pane: Outcomes, ownYear: true },
      { id: 'work', name: ISSUE_PANES.workProgramme, Pane: WorkProgramme, ownYear: true },
      { id: 'grants', name: ISSUE_PANES.grants, Pane: Grants, ownYear: true },
      { id: 'calendar', name: ISSUE_PANES.calendar, Pane: Calendar },
    ],
  },
  { group: ISSUE_PANES.handOver, panes: [{ id: 'document', name: ISSUE_PANES.document, Pane: DocumentPane }] },
];
