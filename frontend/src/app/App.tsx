import { HealthPage } from '../features/health/HealthPage';
import { HelpPage } from '../features/help/HelpPage';
import { SearchPage } from '../features/search/SearchPage';
import { Link, useAddress, type Address } from '../shared/address';
import { PageHeading } from '../shared/PageHeading';
import { Frame } from './Frame';
import { MessageInResults } from './MessageInResults';

export function App() {
  const address = useAddress();
  return (
    <Frame path={address.path}>
      <Page address={address} />
    </Frame>
  );
}

function Page({ address: { path, query } }: { address: Address }) {
  const message = /^\/messages\/(\d{1,15})$/.exec(path);
  if (message !== null) return <MessageInResults accession={Number(message[1])} query={query} />;
  if (path === '/') return <SearchPage query={query} />;
  if (path === '/health') return <HealthPage />;
  if (path === '/help') return <HelpPage />;
  return <NoSuchPage />;
}

function NoSuchPage() {
  return (
    <>
      <PageHeading title="No such page">No such page</PageHeading>
      <p>
        The address leads nowhere. <Link href="/">Search the archive</Link> instead.
      </p>
    </>
  );
}
