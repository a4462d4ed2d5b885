import { Field } from '../../shared/Field';
import type { IntakeDraft } from './intake';
import { TextBox } from '../../shared/TextBox';

interface WhoAsksProps {
  readonly draft: IntakeDraft;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
}

type Line = 'name' | 'organisation' | 'email' | 'phone';

const lines: readonly { readonly key: Line; readonly label: string; readonly type?: string }[] = [
  { key: 'name', label: 'Name' },
  { key: 'organisation', label: 'Organisation, if any' },
  { key: 'email', label: 'E-mail address', type: 'email' },
  { key: 'phone', label: 'Telephone', type: 'tel' },
];

export function WhoAsks({ draft, onChange }: WhoAsksProps) {
  return (
    <>
      <label className="check" htmlFor="anonymous">
        <input
          id="anonymous"
          type="checkbox"
          checked={draft.isAnonymous}
          onChange={({ target }) => {
            onChange({ isAnonymous: target.checked });
          }}
        />{' '}
        The requester gave no name
      </label>
      <p className="field__hint">A way to answer may be left all the same.</p>
      <div className="field-row">
        {lines
          .filter(({ key }) => !(draft.isAnonymous && key === 'name'))
          .map(({ key, label, type }) => (
            <Field
              key={key}
              label={label}
              type={type ?? 'text'}
              autoComplete="off"
              maxLength={200}
              required={key === 'name'}
              value={draft[key]}
              onType={(text) => {
                onChange({ [key]: text });
              }}
            />
          ))}
      </div>
      <TextBox
        label="Postal address"
        hint="As it stands on an envelope, several lines if needed."
        rows={3}
        maxLength={500}
        value={draft.address}
        onType={(address) => {
          onChange({ address });
        }}
      />
    </>
  );
}
