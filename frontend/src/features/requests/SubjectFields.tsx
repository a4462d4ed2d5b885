import { Field } from '../../shared/Field';
import type { SubjectDraft } from './intake';
import { TextBox } from '../../shared/TextBox';

interface SubjectFieldsProps {
  readonly subject: SubjectDraft;
  readonly onChange: (part: Partial<SubjectDraft>) => void;
  readonly lead: string;
}

/** These are the parts of a request that can be searched: whose mail, when, about what. */
export function SubjectFields({ subject, onChange, lead }: SubjectFieldsProps) {
  return (
    <>
      <p>{lead}</p>
      <TextBox
        label="Whose mail"
        hint="One a line: a department, a name, or an e-mail address such as inez.carradock@city.gov."
        rows={3}
        value={subject.who}
        onType={(who) => {
          onChange({ who });
        }}
      />
      <div className="field-row">
        <Field
          label="First day"
          hint="Leave empty if there is none."
          type="date"
          value={subject.from}
          onType={(from) => {
            onChange({ from });
          }}
        />
        <Field
          label="Last day"
          hint="Often the day of the request."
          type="date"
          value={subject.to}
          onType={(to) => {
            onChange({ to });
          }}
        />
      </div>
      <Field
        label="About what"
        hint="The words to look for, such as “Mill Street” underpass pump."
        maxLength={2_000}
        autoComplete="off"
        value={subject.about}
        onType={(about) => {
          onChange({ about });
        }}
      />
      <label className="check" htmlFor="unclear">
        <input
          id="unclear"
          type="checkbox"
          checked={!subject.isClear}
          onChange={({ target }) => {
            onChange({ isClear: !target.checked });
          }}
        />{' '}
        It is not clear yet what is asked for; I will ask the requester
      </label>
    </>
  );
}
