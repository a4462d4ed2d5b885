import type { ReactNode } from 'react';
import type { HealthDetails } from '../../shared/api';
import { count, counted, day, moment, size } from '../../shared/wording';
import { Alarms } from './Alarms';
import { Fact, Facts } from './Facts';
import { HoursChart } from './HoursChart';
import { MirrorFact } from './MirrorFact';

export function HealthDetailsView({ details, checks }: { details: HealthDetails; checks: ReactNode }) {
  return (
    <>
      <Alarms alarms={details.alarms} mayAcknowledge={details.mayAcknowledge} />
      <h2>How far the archive has come</h2>
      <Facts health={details} entries={details.entries} />
      <HoursChart hours={details.hours} />
      <Sources sources={details.sources} />
      {checks}
      <h2>Disk and certificates</h2>
      <dl className="facts">
        <Disk disk={details.disk} />
        <MirrorFact mirror={details.mirror} />
        {details.certificates.map((it) => (
          <Fact
            key={it.use}
            name={`${it.use}: certificate ends`}
            note={
              it.isEnding
                ? 'Replace it now.'
                : it.isSelfSigned
                  ? 'Made by the server itself: browsers warn of it.'
                  : undefined
            }
          >
            {day(it.endsAt)}
          </Fact>
        ))}
        <Fact
          name="Audit trail: last checkpoint"
          note={
            details.lastAuditCheckpoint === undefined
              ? undefined
              : moment(details.lastAuditCheckpoint.signedAt)
          }
        >
          {details.lastAuditCheckpoint === undefined
            ? 'None yet'
            : `${count(details.lastAuditCheckpoint.size)} entries`}
        </Fact>
      </dl>
      <h2>What is not encrypted on the disk</h2>
      <p>Mail in the store is encrypted. Put the data folder on an encrypted volume, for the rest is not:</p>
      <ul className="usa-list">
        {details.notEncrypted.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="versions">
        {details.versions.map(({ name, version }) => `${name} ${version}`).join(' · ')} · as of{' '}
        {moment(details.at)}
      </p>
    </>
  );
}

function Disk({ disk }: { disk: HealthDetails['disk'] }) {
  const used = Math.round((100 * (disk.totalBytes - disk.freeBytes)) / disk.totalBytes);
  return (
    <Fact
      name="Disk lasts"
      note={`${size(disk.freeBytes)} free, ${used} % used; ${size(disk.bytesPerDay)} of mail a day over the last 7 days`}
    >
      {disk.daysLeft === undefined
        ? 'No mail came lately'
        : disk.daysLeft > 3650
          ? 'More than 10 years'
          : counted(disk.daysLeft, 'day')}
    </Fact>
  );
}

function Sources({ sources }: { sources: HealthDetails['sources'] }) {
  return (
    <>
      <h2>Sources</h2>
      {sources.length === 0 ? (
        <p>Nothing has come yet. Let your mail server deliver its journal here, or import mail files.</p>
      ) : (
        <table className="usa-table usa-table--borderless usa-table--stacked sources-table">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Last seen</th>
              <th scope="col">Captured</th>
              <th scope="col">Delivered again</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.name}>
                <th scope="row" data-label="Source">
                  {source.name}
                </th>
                <td data-label="Last seen">{moment(source.lastSeenAt)}</td>
                <td data-label="Captured">{count(source.captures)}</td>
                <td data-label="Delivered again">{count(source.repeated)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
