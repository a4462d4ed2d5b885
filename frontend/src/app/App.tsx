import { AccountPage } from '../features/account/AccountPage';
import { useEffect } from 'react';
import { AuditPage } from '../features/audit/AuditPage';
import { LatestOfMine } from '../features/audit/LatestOfMine';
import { MessageReadersPage } from '../features/audit/MessageReadersPage';
import { MyEntriesPage } from '../features/audit/MyEntriesPage';
import { PersonReadingPage } from '../features/audit/PersonReadingPage';
import { CalendarPage } from '../features/calendar/CalendarPage';
import { HealthPage } from '../features/health/HealthPage';
import { CheckReportPage } from '../features/integrity/CheckReportPage';
import { ChecksInShort } from '../features/integrity/ChecksInShort';
import { ChecksPage } from '../features/integrity/ChecksPage';
import { HelpPage } from '../features/help/HelpPage';
import { LawPage } from '../features/law/LawPage';
import { CounselPage } from '../features/review/CounselPage';
import { PrivilegePage } from '../features/privilege/PrivilegePage';
import { WordsPage } from '../features/help/WordsPage';
import { HomePage } from '../features/home/HomePage';
import { TopicPage } from '../features/help/TopicPage';
import { DepartmentsPage } from '../features/people/DepartmentsPage';
import { PolicyPage } from '../features/settings/PolicyPage';
import { SingleSignOnPage } from '../features/single-sign-on/SingleSignOnPage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { GrantsPage } from '../features/people/GrantsPage';
import { PeoplePage } from '../features/people/PeoplePage';
import { PersonPage } from '../features/people/PersonPage';
import { PurposePage } from '../features/purpose/PurposePage';
import { BoardPage } from '../features/requests/BoardPage';
import { IntakePage } from '../features/requests/IntakePage';
import { SearchPage } from '../features/search/SearchPage';
import { adjust, Link, useAddress, type Address } from '../shared/address';
import { PageHeading } from '../shared/PageHeading';
import { hasRole, readingRoles, type Session } from '../shared/session';
import { Frame } from './Frame';
import { Gate } from './Gate';
import { MailIsNotYours } from './MailIsNotYours';
import { MessageInResults } from './MessageInResults';
import { PackageDoor } from './PackageDoor';
import { movedTo, requestIn, showsMail } from './places';
import { RequestPlace } from './RequestPlace';

export function App() {
  const address = useAddress();
  const moved = movedTo(address);
  useEffect(() => {
    if (moved !== undefined) adjust(moved);
  }, [moved]);
  if (moved !== undefined) return null;
  if (address.path === '/handover') return <PackageDoor />;
  return (
    <Gate>
      {(session) => (
        <Frame path={address.path} session={session}>
          <Page address={address} session={session} />
        </Frame>
      )}
    </Gate>
  );
}

function Page({ address: { path, query }, session }: { address: Address; session: Session }) {
  if (showsMail(path)) {
    if (!hasRole(session, ...readingRoles)) return <MailIsNotYours session={session} />;
    if (session.purpose === undefined) return <PurposePage session={session} />;
  }
  const message = /^\/messages\/(\d{1,15})$/.exec(path);
  if (message !== null) return <MessageInResults accession={Number(message[1])} query={query} />;
  if (path === '/search') return <SearchPage query={query} />;
  const request = requestIn(path);
  if (request !== undefined)
    return <RequestPlace key={request.id} {...request} query={query} session={session} />;
  if (path === '/requests') return <BoardPage session={session} query={query} />;
  if (path === '/requests/new') return <IntakePage session={session} query={query} />;
  if (path === '/law') return <LawPage query={query} />;
  if (path === '/counsel') return <CounselPage />;
  if (path === '/privilege') return <PrivilegePage query={query} />;
  const audited = /^\/audit\/(messages|people)\/(\d{1,15})$/.exec(path);
  if (audited?.[1] === 'messages') return <MessageReadersPage accession={Number(audited[2])} key={path} />;
  if (audited?.[1] === 'people') return <PersonReadingPage person={Number(audited[2])} key={path} />;
  if (path === '/audit') return <AuditPage query={query} />;
  if (path === '/audit/mine') return <MyEntriesPage />;
  const person = /^\/people\/(\d{1,15})$/.exec(path);
  if (person !== null) return <PersonPage key={person[1]} id={Number(person[1])} session={session} />;
  if (path === '/account') return <AccountPage session={session} latest={<LatestOfMine />} />;
  if (path === '/people') return <PeoplePage session={session} />;
  if (path === '/departments') return <DepartmentsPage session={session} />;
  if (path === '/settings') return <SettingsPage />;
  if (path === '/settings/single-sign-on') return <SingleSignOnPage session={session} />;
  if (path === '/settings/calendar') return <CalendarPage />;
  if (path === '/settings/policy') return <PolicyPage session={session} />;
  if (path === '/grants') return <GrantsPage />;
  if (path === '/health') return <HealthPage checks={<ChecksInShort />} />;
  if (path === '/health/checks') return <ChecksPage />;
  const check = /^\/health\/checks\/([\w-]{1,60})$/.exec(path);
  if (check?.[1] !== undefined) return <CheckReportPage key={check[1]} name={check[1]} />;
  if (path.startsWith('/help/on')) return <TopicPage key={path} topic={path.slice('/help/on/'.length)} />;
  if (path === '/help') return <HelpPage />;
  if (path === '/help/words') return <WordsPage />;
  if (path === '/') return <HomePage session={session} />;
  return <NoSuchPage />;
}

function NoSuchPage() {
  return (
    <>
      <PageHeading title="No such page">No such page</PageHeading>
      <p>
        The address leads nowhere. <Link href="/">Begin at home</Link> instead.
      </p>
    </>
  );
}
