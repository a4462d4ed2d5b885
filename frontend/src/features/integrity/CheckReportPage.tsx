import { Link } from '../../shared/address';
import { Icon } from '../../shared/Icon';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted, moment } from '../../shared/wording';
import { levelMeaning, levelName, noteAddress, useReport, type Report } from './checks';

/** This is one report of an integrity check, to be read, printed, or taken away as it was signed. */
export function CheckReportPage({ name }: { name: string }) {
  const { data: report, error, refetch } = useReport(name);
  return (
    <>
      <p>
        <Link href="/health/checks">Integrity checks</Link>
      </p>
      <PageHeading title="Report of a check">Report of a check</PageHeading>
      {report === undefined ? (
        error === null ? (
          <Waiting what="Reading the report…" />
        ) : (
          <Trouble trouble={error} onRetry={() => void refetch()} />
        )
      ) : (
        <Said report={report} name={name} />
      )}
    </>
  );
}

function Said({ report, name }: { report: Report; name: string }) {
  return (
    <>
      <Notice
        kind={report.ok ? 'success' : 'error'}
        title={report.ok ? 'All is well' : `${counted(report.findings.length, 'finding')}: NOT well`}
      >
        <p>
          {levelName(report.level)} check of {counted(report.checked, 'entry', 'entries')}.{' '}
          {levelMeaning(report.level)}.
        </p>
      </Notice>
      <dl className="facts">
        <div className="facts__fact">
          <dt>Begun</dt>
          <dd>{moment(report.startedAt)}</dd>
        </div>
        <div className="facts__fact">
          <dt>Ended</dt>
          <dd>{moment(report.endedAt)}</dd>
        </div>
        <div className="facts__fact">
          <dt>Entries looked at</dt>
          <dd>{count(report.checked)}</dd>
        </div>
      </dl>
      <Sentences title="What is wrong" sentences={report.findings} />
      <Sentences title="How it was checked" sentences={report.remarks} />
      <p>
        <a href={noteAddress(name)} download>
          Download the report as it was signed
        </a>
        , for whoever has the archive’s public key.
      </p>
      <button
        type="button"
        className="usa-button usa-button--outline card__print"
        onClick={() => {
          window.print();
        }}
      >
        <Icon name="print" />
        Print this page
      </button>
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="usa-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
