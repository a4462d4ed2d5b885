import { useId, type ComponentProps, type ReactNode } from 'react';

interface TextBoxProps extends Omit<ComponentProps<'textarea'>, 'id' | 'onChange'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** This is several lines to fill in, with their name above and what to write below the name. */
export function TextBox({ label, hint, onType, ...box }: TextBoxProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        className="usa-input text-box"
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          onType(event.target.value);
        }}
        {...box}
      />
    </div>
  );
}
