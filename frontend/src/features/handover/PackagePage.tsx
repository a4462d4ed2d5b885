import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { Waiting } from '../../shared/Trouble';
import { minute, size } from '../../shared/wording';

type Package = components['schemas']['PackageView'];

/** This is what a link to a package opens, for whoever has it. Opening it gives nothing; the button downloads. */
export function PackagePage({ csrfToken }: { csrfToken: string }) {
  const token = useSyncExternalStore(onOtherLink, () => window.location.hash.slice(1));
  const { data, error } = useQuery<Package>({
    queryKey: ['session', 'package', token],
    retry: false,
    queryFn: () =>
      asked<Package>(client.GET('/api/handovers/{token}', { params: { path: { token: token || '-' } } })),
  });
  return (
    <div className="package">
      <PageHeading title="Released records">Released records</PageHeading>
      <Refused trouble={error} />
      {data !== undefined ? (
        <Contents found={data} token={token} csrfToken={csrfToken} />
      ) : error === null ? (
        <Waiting what="Looking at the link…" />
      ) : null}
    </div>
  );
}

/** A second link opened in the same window changes nothing of the address but what stands behind #. */
function onOtherLink(open: () => void): () => void {
  window.addEventListener('hashchange', open);
  return () => {
    window.removeEventListener('hashchange', open);
  };
}

function Contents({ found, token, csrfToken }: { found: Package; token: string; csrfToken: string }) {
  return (
    <>
      <p className="lead">
        {found.city} releases these records in answer to request {found.request}
        {found.part === 1 ? '' : `, part ${found.part}`}.
      </p>
      <dl className="package__facts">
        <dt>File</dt>
        <dd>
          {found.fileName}, a ZIP of {size(found.sizeBytes)}
        </dd>
        <dt>Released</dt>
        <dd>{minute(found.releasedOn)}</dd>
        <dt>This link works until</dt>
        <dd>{minute(found.expiresAt)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{found.sha256}</code>
        </dd>
      </dl>
      {found.packing === 'PLAIN' ? null : (
        <p>
          The file is encrypted (AES-256). The city tells you the passphrase another way; a program such as
          7-Zip opens it.
        </p>
      )}
      <form method="post" action={`/api/handovers/${token}/download`}>
        <input type="hidden" name="csrf" value={csrfToken} />
        <button type="submit" className="usa-button usa-button--big">
          Download {found.fileName}
        </button>
      </form>
      <p className="package__hint">
        Begin with cover.pdf: it says what is in the package, what is not, and how to check it. Something is
        wrong with it? Ask the office that sent you this link.
      </p>
    </>
  );
}
