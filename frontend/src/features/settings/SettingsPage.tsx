import { Link } from '../../shared/address';
import { Problem } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { CityForm } from './CityForm';
import { LetterheadForm } from './LetterheadForm';
import { LogPublicationPanel } from './LogPublicationPanel';
import { ReleaseRuleForm } from './ReleaseRuleForm';
import { SealForm } from './SealForm';
import { useSettings } from './settings';

/** This is what makes an installation the city's: its name, its seal, its days. */
export function SettingsPage() {
  const { data: settings, error, refetch } = useSettings();
  return (
    <>
      <PageHeading title="Settings">Settings</PageHeading>
      <p className="lead">
        Every page bears the city’s name and seal. Each change here is written down in the audit trail. The
        notice and policy that people acknowledge are under{' '}
        <Link href="/settings/policy">Notice and policy</Link>.
      </p>
      {error instanceof Problem && error.status === 403 ? (
        <Notice kind="info" title="This page is for administrators">
          <p>{error.message}</p>
        </Notice>
      ) : error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : settings === undefined ? (
        <Waiting what="Fetching the settings…" />
      ) : (
        <>
          <CityForm settings={settings} />
          <SealForm settings={settings} />
          <LetterheadForm />
          <ReleaseRuleForm />
          <LogPublicationPanel />
        </>
      )}
    </>
  );
}
