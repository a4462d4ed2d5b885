import type { Kind, Standing } from './law';

export const kindNames: Record<Kind, string> = {
  JURISDICTION: 'The act',
  CLOCK: 'Time to answer',
  CALENDAR: 'Days that do not count',
  FEES: 'Fees',
  EXEMPTIONS: 'Grounds to withhold',
  MARKING: 'Showing what is withheld',
  NOTICES: 'Whom to tell first',
  DENIALS: 'Saying no',
  APPEALS: 'Appeals',
  PRESERVATION: 'What may not be destroyed',
  LETTERS: 'Words for letters',
  DETECTORS: 'Personal data: where to look',
  EVIDENCE: 'Messages in court',
};

export const kindSentences: Record<Kind, string> = {
  JURISDICTION: 'The law that answers whether a record is public.',
  CLOCK: 'How long the city has, what lengthens it and what stops it.',
  CALENDAR: 'Holidays and weekends that the clock leaves out.',
  FEES: 'What may be charged, how much, and what may not.',
  EXEMPTIONS: 'The menu that reviewers choose from. Only a verified ground is printed on a release.',
  MARKING: 'What has to be seen where something was withheld.',
  NOTICES: 'People who hear of a release before it is made, and how long to wait for them.',
  DENIALS: 'What a denial has to say, and what silence means.',
  APPEALS: 'Who reviews a denial, and how long the requester has to ask.',
  PRESERVATION: 'How long what was asked for is kept, whatever a retention schedule says.',
  LETTERS: 'Sentences that the law wants in letters. They are put in by their citation.',
  DETECTORS: 'Which grounds are offered first when a number or an address is found. A suggestion, never law.',
  EVIDENCE:
    'What a certificate of records says for a court. Unverified words are printed on drafts as unverified.',
};

/** Rows that are no law: nobody verifies a suggestion. */
export const isSuggestion = (kind: Kind) => kind === 'DETECTORS';

export const standingNames: Record<Standing, string> = {
  VERIFIED: 'Verified',
  READ_IN_A_SOURCE: 'Read in a source',
  GENERAL_KNOWLEDGE: 'General knowledge',
  EXPIRED: 'Not in force',
};

export const standingSentences: Record<Standing, string> = {
  VERIFIED: 'Counsel of this city compared it with the law.',
  READ_IN_A_SOURCE:
    'Those who wrote it down read it in the source named here. Nobody of this city has checked it.',
  GENERAL_KNOWLEDGE:
    'Written down from general knowledge. Compare it with the statute before you rely on it.',
  EXPIRED: 'It is not in force today. Requests of its time keep it; nothing new may use it.',
};

const keyNames: Record<string, string> = {
  code: 'Printed as',
  boxLabel: 'In the menu',
  longLabel: 'Name',
  mode: 'The city',
  test: 'What is weighed',
  until: 'Until',
  requiredSubfield: 'To be named with it',
  extraDocument: 'Needed beside it',
  notOfferedBecause: 'Not offered',
  topic: 'About',
  mustSay: 'Must say',
  daysToAppeal: 'Days to appeal',
  counted: 'Counted in',
  countedFrom: 'Counted from',
  decisionDays: 'Days to decide',
  decisionCounted: 'Decision counted in',
  noticeDays: 'Days of notice',
  body: 'Goes to',
  stage: 'Stage',
  to: 'Who',
  when: 'When',
  waits: 'How long',
  exemptions: 'Because of',
  daysAfterDenial: 'Days after a denial',
  daysAfterDenialConfined: 'If the requester is confined',
  throughAppeals: 'Until appeals are over',
  use: 'For letters of',
  onlyWith: 'Only with',
  candidates: 'Look first at',
  amountMustShow: 'The amount must be shown',
  atThePlace: 'At the place itself',
  lawName: 'Law',
  part: 'Rule on',
  kind: 'Kind',
  days: 'Days',
  dayName: 'Counted in',
  daysMax: 'At most (days)',
  timesMax: 'At most (times)',
  keptOn: 'Kept on',
  component: 'For',
  components: 'For',
  allowed: 'May be charged',
  rateMax: 'At most ($)',
  onlyIf: 'Only if',
  unless: 'Unless',
  requesters: 'Requesters',
  quantity: 'How much',
  populationOver: 'In cities of more than',
  costAtLeast: 'If it costs at least ($)',
  capLiftedBy: 'The limit is lifted by',
  byChoice: 'Only if the office keeps it',
};

const valueNames: Record<string, string> = {
  mandatory: 'must withhold',
  discretionary: 'may withhold',
  depends: 'must or may, as the law or privilege named says',
  balancing: 'the interest in withholding against the interest in knowing',
  harm: 'the harm the law names',
  'statute-or-privilege': 'the statute or the privilege',
  statute: 'the statute',
  privilege: 'the privilege',
  reasons: 'the reasons',
  'sworn-statement': 'a sworn statement',
  certification: 'a certification',
  'third-party-notice': 'a notice to the person concerned',
  approval: 'an approval',
  calendar: 'calendar days',
  business: 'business days',
  true: 'yes',
  false: 'no',
};

/** A key of a file in words; one nobody has named yet is taken apart: `freeHours` is “Free hours”. */
export function keyWords(key: string): string {
  const apart = key.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return keyNames[key] ?? apart.charAt(0).toUpperCase() + apart.slice(1);
}

const slugs = new Set([
  'use',
  'part',
  'kind',
  'onlyIf',
  'unless',
  'component',
  'components',
  'requesters',
  'capLiftedBy',
]);

export const valueWords = (key: string, value: string) =>
  slugs.has(key) ? value.replaceAll('-', ' ') : (valueNames[value] ?? value);
