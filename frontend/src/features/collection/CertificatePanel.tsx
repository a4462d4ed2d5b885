import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';
import { TextBox } from '../../shared/TextBox';
import { minute } from '../../shared/wording';
import { saveCertificateFile, useCertify, type IssuedCertificate } from './searches';

interface CertificatePanelProps {
  readonly id: number;
  readonly certificates: readonly IssuedCertificate[];
  readonly notSearched: readonly string[];
  readonly isReady: boolean;
}

/** This issues the search certificate: what was searched, how, what was found, and what was not searched. */
export function CertificatePanel({ id, certificates, notSearched, isReady }: CertificatePanelProps) {
  const [said, setSaid] = useState('');
  const certifying = useCertify(id);
  const issue = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    certifying.mutate(said.split('\n'), {
      onSuccess: () => {
        setSaid('');
      },
    });
  };
  return (
    <section className="request-part" aria-labelledby="certificate-heading">
      <h2 id="certificate-heading">Search certificate</h2>
      <p>
        A signed statement of every saved search: its words, who ran it, when, why, the exact counts, and what
        could not be read. It goes out with the release. It always names what was not searched:
      </p>
      <ul className="usa-list">
        {notSearched.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isReady ? (
        <form onSubmit={issue}>
          <TextBox
            label="What you want to add"
            hint="For example, what else you looked through. One statement on each line; optional."
            rows={3}
            maxLength={10000}
            value={said}
            onType={setSaid}
          />
          <button type="submit" className="usa-button" disabled={certifying.isPending}>
            {certifying.isPending ? 'Printing and reading back…' : 'Issue the certificate'}
          </button>
        </form>
      ) : (
        <p className="collection__note">Save a search first: there is nothing to certify yet.</p>
      )}
      <Refused trouble={certifying.error} />
      {certificates.length === 0 ? null : (
        <ol className="certificates" aria-label="Certificates issued, newest first">
          {certificates.map((certificate) => (
            <Issued key={certificate.number} id={id} certificate={certificate} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Issued({ id, certificate }: { id: number; certificate: IssuedCertificate }) {
  const [trouble, setTrouble] = useState<Error | null>(null);
  return (
    <li>
      <p>
        <strong>Certificate {certificate.number}</strong>, {minute(certificate.at)}, {certificate.by}
      </p>
      <div className="collection__acts">
        {certificate.files.map((file) => (
          <button
            key={file.name}
            type="button"
            className="usa-button usa-button--outline"
            aria-label={`Download ${file.name}`}
            onClick={() => {
              saveCertificateFile(id, certificate.number, file.name).catch((failure: unknown) => {
                setTrouble(failure instanceof Error ? failure : new Error(String(failure)));
              });
            }}
          >
            {kind(file.name)}
          </button>
        ))}
      </div>
      <Refused trouble={trouble} />
    </li>
  );
}

const kind = (name: string) =>
  name.endsWith('.pdf') ? 'PDF' : name.endsWith('.json') ? 'JSON' : 'Signature';
