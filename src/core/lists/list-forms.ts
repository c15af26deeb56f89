import type { FieldForm, ListForm, ListId } from './list-form.ts';

const issues: FieldForm = {
  id: 'issues',
  words: 'Issues it speaks to',
  head: 'Issues',
  kind: 'issues',
  heading: /^issues?$/,
};
const measures = (words: string): FieldForm => ({
  id: 'measures',
  words,
  head: 'Measures held',
  kind: 'measures',
  heading: /^measures? held$/,
});
const owner: FieldForm = {
  id: 'owner',
  words: 'Owner',
  kind: 'line',
  heading: /^(?:owner|lead|accountable|responsible|by whom|who)\b/,
};
const due: FieldForm = {
  id: 'due',
  words: 'Due',
  kind: 'day',
  heading: /^(?:due|by when|deadline|target date|timescale|complete by|completion date|when(?! in words))\b/,
};
const PROGRESS = [
  { id: 'not-started', words: 'not started' },
  { id: 'under-way', words: 'under way' },
  { id: 'done', words: 'done' },
  { id: 'dropped', words: 'dropped' },
] as const;
const state: FieldForm = {
  id: 'state',
  words: 'Status',
  kind: 'choice',
  options: PROGRESS,
  heading: /^(?:status|state|b?rag)\b/,
};
const SETTLED = ['done', 'dropped'];

/** What an outcome-focused recommendation says, with what came of it. */
const recommendations: ListForm = {
  list: 'recommendations',
  name: 'Recommendations',
  one: 'recommendation',
  title: 'text',
  key: ['text'],
  notes: true,
  due: { day: 'due', state: 'state', settled: SETTLED },
  fields: [
    {
      id: 'text',
      words: 'Recommendation',
      kind: 'text',
      needed: true,
      heading: /^(?:key |strategic )*recommendations?\b/,
    },
    { id: 'number', words: 'Number', head: 'No.', kind: 'line', heading: /^(?:no\.?|number|nr|ref)$/ },
    {
      id: 'made',
      words: 'Made in',
      kind: 'line',
      hint: 'The assessment it was made in, such as 2014/15.',
      heading: /^(?:made|year)\b/,
    },
    {
      id: 'intervention',
      words: 'Intervention, and the evidence that it works',
      head: 'Intervention',
      kind: 'text',
      heading: /^intervention\b/,
    },
    {
      id: 'outputs',
      words: 'Output measures: what will be done, and how much',
      head: 'Outputs',
      kind: 'text',
      heading: /^outputs?\b/,
    },
    {
      id: 'outcomes',
      words: 'Outcome measures: what will be different',
      head: 'Outcomes',
      kind: 'text',
      heading: /^outcomes?\b/,
    },
    measures('Measures held here that show the outcome'),
    owner,
    due,
    {
      id: 'dueWords',
      words: 'When, where no day is named',
      head: 'When in words',
      kind: 'line',
      heading: /^when in words$/,
    },
    state,
    issues,
  ],
};

const outcomes: ListForm = {
  list: 'outcomes',
  name: 'Outcomes framework',
  one: 'outcome',
  title: 'outcome',
  key: ['outcome'],
  notes: false,
  due: null,
  fields: [
    { id: 'outcome', words: 'Outcome', kind: 'text', needed: true, heading: /^outcomes?\b/ },
    { id: 'priority', words: 'Priority it serves', kind: 'line', heading: /^priority\b/ },
    measures('Its measures: the worst of them that is judged gives the status'),
    {
      id: 'wanted',
      words: 'Measures that are wanted but not held',
      head: 'Measures wanted',
      kind: 'text',
      heading: /^(?:measures? wanted|indicators?)\b/,
    },
    owner,
  ],
};

const work: ListForm = {
  list: 'work',
  name: 'Work programme',
  one: 'deliverable',
  title: 'deliverable',
  key: ['deliverable', 'group'],
  notes: true,
  due: { day: 'due', state: 'state', settled: SETTLED },
  fields: [
    {
      id: 'deliverable',
      words: 'Deliverable',
      kind: 'text',
      needed: true,
      heading: /^(?:deliverable|task|action|milestone)\b/,
    },
    { id: 'group', words: 'Thematic group', kind: 'line', heading: /^(?:thematic )?group\b/ },
    { id: 'owner', words: 'Lead', kind: 'line', heading: owner.heading },
    { ...due, words: 'By when' },
    { ...state, words: 'State' },
  ],
};

const groups: ListForm = {
  list: 'groups',
  name: 'Thematic groups',
  one: 'thematic group',
  title: 'name',
  key: ['name'],
  notes: false,
  due: null,
  fields: [
    { id: 'name', words: 'Name', kind: 'line', needed: true, heading: /^(?:name|(?:thematic )?group)\b/ },
    { id: 'chair', words: 'Chair', kind: 'line', heading: /^chair\b/ },
    { id: 'meets', words: 'How often it meets', head: 'Meets', kind: 'line', heading: /^(?:meets|meetings?)\b/ },
    { id: 'terms', words: 'Terms of reference', kind: 'text', heading: /^terms\b/ },
    { id: 'delivery', words: 'Delivery plan, in short', head: 'Delivery plan', kind: 'text', heading: /^delivery\b/ },
  ],
};

const grants: ListForm = {
  list: 'grants',
  name: 'Grant spend plan',
  one: 'grant',
  title: 'project',
  key: ['project', 'provider', 'year'],
  notes: true,
  due: { day: 'due', state: 'returned', settled: [] },
  fields: [
    { id: 'project', words: 'Project', kind: 'line', needed: true, heading: /^project\b/ },
    { id: 'provider', words: 'Provider', kind: 'line', heading: /^(?:provider|recipient|organisation)\b/ },
    { id: 'priority', words: 'Priority served', kind: 'line', heading: /^priority\b/ },
    { id: 'year', words: 'Year', kind: 'line', hint: 'The financial year, such as 2015/16.', heading: /^year$/ },
    { id: 'awarded', words: 'Awarded', kind: 'pence', heading: /^(?:awarded|award|grant|amount)\b/ },
    { id: 'paid', words: 'Paid so far', kind: 'pence', heading: /^(?:paid|spent|spend)\b/ },
    {
      id: 'due',
      words: 'Half-year return due',
      head: 'Return due',
      kind: 'day',
      heading: /^(?:half|return due|due|monitoring)/,
    },
    {
      id: 'returned',
      words: 'Return came in on',
      head: 'Came in',
      kind: 'day',
      heading: /^(?:return(?:ed| came| received)|received|came in)\b/,
    },
    { id: 'reported', words: 'Outcome reported', kind: 'text', heading: /^outcomes?\b/ },
  ],
};

const calendar: ListForm = {
  list: 'calendar',
  key: ['what', 'day'],
  name: 'Calendar',
  one: 'date',
  title: 'what',
  notes: false,
  due: { day: 'day', state: 'state', settled: ['done'] },
  fields: [
    { id: 'what', words: 'What', kind: 'line', needed: true, heading: /^(?:what|event|item|title)\b/ },
    { id: 'day', words: 'Day', kind: 'day', needed: true, heading: /^(?:day|date|when|due)\b/ },
    {
      id: 'kind',
      words: 'Kind',
      kind: 'choice',
      options: [
        { id: 'assessment', words: 'assessment' },
        { id: 'workshop', words: 'workshop' },
        { id: 'board', words: 'Board' },
        { id: 'return', words: 'return due' },
        { id: 'other', words: 'other' },
      ],
      heading: /^(?:kind|type)\b/,
    },
    { id: 'owner', words: 'Who', kind: 'line', heading: owner.heading },
    {
      id: 'state',
      words: 'State',
      kind: 'choice',
      options: [
        { id: 'to-come', words: 'to come' },
        { id: 'done', words: 'done' },
      ],
      heading: state.heading,
    },
  ],
};

const voice: ListForm = {
  list: 'voice',
  name: 'Community voice',
  one: 'finding',
  title: 'question',
  key: ['source', 'question', 'answer', 'held', 'when'],
  notes: false,
  due: null,
  fields: [
    {
      id: 'source',
      words: 'Survey or session',
      kind: 'line',
      needed: true,
      hint: 'What it is called: Residents’ survey 2015.',
      heading: /^(?:source|survey|session)\b/,
    },
    {
      id: 'kind',
      words: 'Kind',
      kind: 'choice',
      options: [
        { id: 'survey', words: 'survey' },
        { id: 'session', words: 'engagement session' },
      ],
      heading: /^(?:kind|type)\b/,
    },
    { id: 'held', words: 'Held on', kind: 'day', heading: /^(?:date|held|held on|when)$/ },
    {
      id: 'when',
      words: 'When, where no day is named',
      head: 'Period',
      kind: 'line',
      heading: /^(?:period|quarter|month)$/,
    },
    { id: 'question', words: 'Question asked', kind: 'text', needed: true, heading: /^question\b/ },
    {
      id: 'answer',
      words: 'Answer counted',
      head: 'Answer',
      kind: 'line',
      hint: 'What these people said: very or fairly safe.',
      heading: /^(?:answer|response)$/,
    },
    {
      id: 'part',
      words: 'How many said so',
      head: 'Answered so',
      kind: 'whole',
      heading: /^(?:answered(?: so)?|said so|n|number)$/,
    },
    {
      id: 'whole',
      words: 'Of how many who answered',
      head: 'Of',
      kind: 'whole',
      heading: /^(?:of|out of|base|total|respondents)\b/,
    },
    {
      id: 'quote',
      words: 'In their own words',
      head: 'Quote',
      kind: 'text',
      quoted: true,
      hint: 'What was said, never who said it: no name, address, number or e-mail.',
      heading: /^quotes?\b/,
    },
    issues,
  ],
};

const evidence: ListForm = {
  list: 'evidence',
  key: ['what', 'from'],
  name: 'Evidence',
  one: 'piece of evidence',
  title: 'what',
  notes: false,
  due: null,
  fields: [
    {
      id: 'what',
      words: 'What it is',
      kind: 'line',
      needed: true,
      hint: 'A source, a report, a table: what was looked at.',
      heading: /^(?:what|evidence|source)\b/,
    },
    {
      id: 'from',
      words: 'Whose evidence it is',
      kind: 'choice',
      needed: true,
      options: [
        { id: 'police', words: 'police' },
        { id: 'partner', words: 'partner' },
        { id: 'voluntary', words: 'voluntary sector' },
        { id: 'community', words: 'community voice' },
      ],
      heading: /^(?:from|whose|kind)\b/,
    },
    { ...issues, words: 'Issues it is evidence for', needed: true },
    measures('Measures held here that it is'),
  ],
};

/** Every list there is, by its id. */
export const LIST_FORMS: Readonly<Record<ListId, ListForm>> = {
  recommendations,
  outcomes,
  work,
  groups,
  grants,
  calendar,
  voice,
  evidence,
};

export const LIST_IDS = Object.keys(LIST_FORMS) as ListId[];
