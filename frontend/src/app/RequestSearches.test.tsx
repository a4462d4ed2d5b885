import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchesTab } from '../features/collection/SearchesTab';
import { LettersTab } from '../features/letters/LettersTab';
import { newQueryClient } from '../shared/api';
import { session } from '../shared/samples';
import { serve } from '../shared/testing';

const counts = {
  total: 2,
  captures: 3,
  unsearchable: 1,
  keptBack: 4,
  keptBackUnsearchable: 0,
  indexedThrough: 12,
  logSize: 12,
  logRoot: 'x',
  wholeCity: true,
  custodians: [{ address: 'ana@city.example', messages: 2 }],
  custodiansLeftOut: 0,
  departmentsKnown: true,
  unread: [{ accession: 7, kinds: ['ENCRYPTED'] }],
  unreadLeftOut: 0,
};

const saved = {
  id: 1,
  number: 1,
  name: 'The levy',
  versions: [
    {
      version: 1,
      query: 'levy tax',
      parsed: 'levy AND tax',
      zone: 'America/New_York',
      why: 'what was asked',
      by: 'Ana Rivera',
      at: '2026-11-23T14:00:00Z',
      runs: [{ id: 1, by: 'Ana Rivera', at: '2026-11-23T14:00:00Z', counts }],
    },
  ],
};

const preview = {
  matched: 6,
  keptBack: 4,
  alreadyThere: 1,
  wouldAdd: 5,
  wouldAddKeptBack: 4,
  duplicates: 1,
  inSet: 1,
  indexedThrough: 12,
  isFirst: true,
};

const nothing = { collected: [], certificates: [], notSearched: ['Chat and meeting services.'] };

function show(node: React.ReactNode, answers: Record<string, unknown>) {
  const asked = serve(answers);
  render(<QueryClientProvider client={newQueryClient()}>{node}</QueryClientProvider>);
  return { user: userEvent.setup(), asked };
}

test('a suggestion fills the query, and a try tells exact figures without saving', async () => {
  const { user, asked } = show(<SearchesTab id={4} isOpen />, {
    '/api/requests/4/searches': {
      searches: [],
      suggestions: [{ name: 'As asked', query: 'levy', why: 'As the request names it.' }],
    },
    '/api/requests/4/searches/trial': { query: 'levy', parsed: 'levy', counts, hits: [] },
    '/api/requests/4/collection': nothing,
  });
  await user.click(await screen.findByRole('button', { name: 'As asked' }));
  expect(screen.getByRole('textbox', { name: 'Search for' })).toHaveValue('levy');
  await user.click(screen.getByRole('button', { name: 'Try the search' }));
  expect(await screen.findByText('Kept back by counsel')).toBeVisible();
  expect(screen.getByText(/ana@city.example \(2\)/)).toBeVisible();
  expect(asked).toContain('/api/requests/4/searches/trial?q=levy');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('As asked');
  expect(screen.getByRole('textbox', { name: 'What it is for' })).toHaveValue('As the request names it.');
});

test('before messages go under review the page says exactly how many', async () => {
  const { user } = show(<SearchesTab id={4} isOpen />, {
    '/api/requests/4/searches': { searches: [saved], suggestions: [] },
    '/api/requests/4/searches/1/collecting': preview,
    '/api/requests/4/collection': nothing,
  });
  await user.click(await screen.findByRole('button', { name: /Put under review, search 1/ }));
  const told = await screen.findByText(/6 messages match now/);
  expect(told).toHaveTextContent('1 is under review already, 5 would be added');
  expect(screen.getByText(/4 are kept back and go to counsel alone/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Put 5 under review' })).toBeEnabled();
});

test('a closed request collects nothing more', async () => {
  show(<SearchesTab id={4} isOpen={false} />, {
    '/api/requests/4/searches': { searches: [saved], suggestions: [] },
    '/api/requests/4/collection': nothing,
  });
  expect(await screen.findByRole('heading', { name: '1. The levy' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Put under review/ })).toBeNull();
});

const draft = {
  draft: {
    id: 3,
    kind: 'DENIAL',
    addressee: 'Clement Ashgrove',
    free: {},
    by: 'Ana Rivera',
    at: '2026-11-23T14:00:00Z',
    changedAt: '2026-11-23T14:00:00Z',
  },
  text: {
    kind: 'DENIAL',
    on: '2026-11-23',
    addressee: 'Clement Ashgrove',
    reference: 'Records request R-2026-0004',
    title: 'Our answer',
    salutation: 'Dear Clement Ashgrove:',
    pieces: [
      {
        form: 'FREE',
        words: '',
        facts: [],
        free: { id: 'reason', label: 'Reasons', hint: '', isRequired: true },
      },
      {
        form: 'LAW',
        words: 'You may appeal.',
        facts: [],
        cited: { id: 'us-ct/letter/appeal-rights', citation: '§ 1-206(b)', standing: 'READ_IN_A_SOURCE' },
      },
    ],
    signer: ['Ana Rivera'],
  },
  missing: ['Reasons'],
  unverified: [{ id: 'us-ct/letter/appeal-rights', citation: '§ 1-206(b)', standing: 'READ_IN_A_SOURCE' }],
};

const letters = { templates: [], drafts: [], issued: [], incoming: [] };

test('a draft shows what the law says, marks what nobody verified, and is not issued so', async () => {
  show(<LettersTab id={4} label="R-2026-0004" rest="drafts/3" session={session} />, {
    '/api/requests/4/letters': letters,
    '/api/requests/4/letters/drafts/3': draft,
  });
  const sheet = within(await screen.findByRole('article', { name: 'The letter as it stands' }));
  expect(sheet.getByText('You may appeal.')).toBeVisible();
  expect(sheet.getByText(/not verified by counsel/)).toBeVisible();
  expect(screen.getByText(/Ask counsel to open this draft/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Issue the letter' })).toBeDisabled();
});

test('the letter that fits the request comes first and says why', async () => {
  const templates = [
    { kind: 'ACKNOWLEDGEMENT', name: 'Acknowledgement', purpose: 'Says that the request has come.' },
    { kind: 'RELEASE_COVER', name: 'Release', purpose: 'Goes with the records.' },
  ];
  const fitting = { kind: 'RELEASE_COVER', why: 'Records are released.' };
  show(<LettersTab id={4} label="R-2026-0004" rest="" session={session} />, {
    '/api/requests/4/letters': { ...letters, templates, fitting },
  });
  const kinds = await screen.findAllByRole('button', { name: /^(Acknowledgement|Release)$/ });
  expect(kinds.map(({ textContent }) => textContent)).toEqual(['Release', 'Acknowledgement']);
  expect(screen.getByText('Fits now. Records are released.')).toBeVisible();
});

test('counsel confirms the words of the law on the draft', async () => {
  const counsel = {
    ...session,
    person: { id: 9, name: 'Cleo Stone', email: 'c@city.example', roles: ['COUNSEL'] },
  } as typeof session;
  const { user, asked } = show(<LettersTab id={4} label="R-2026-0004" rest="drafts/3" session={counsel} />, {
    '/api/requests/4/letters': letters,
    '/api/requests/4/letters/drafts/3': draft,
    '/api/requests/4/letters/drafts/3/confirm': { ...draft, unverified: [] },
  });
  await user.click(await screen.findByRole('button', { name: 'I have compared them with the law' }));
  expect(asked).toContain('/api/requests/4/letters/drafts/3/confirm');
});
