import { Refused } from '../../shared/Refused';
import { useBegin, type FittingLetter, type TemplateLine } from './letters';

interface NewLetterProps {
  readonly id: number;
  readonly templates: readonly TemplateLine[];
  /** This kind comes first, and its button stands out. */
  readonly chosen: string | undefined;
  /** The kind that fits the request as it stands, and why. */
  readonly fitting: FittingLetter | undefined;
  readonly onBegun: (draft: number) => void;
}

/** These are the letters that can be written. */
export function NewLetter({ id, templates, chosen, fitting, onBegun }: NewLetterProps) {
  const beginning = useBegin(id);
  const isChosen = (template: TemplateLine) => template.kind === (chosen ?? fitting?.kind);
  const why = (template: TemplateLine) =>
    template.kind === fitting?.kind ? <strong>Fits now. {fitting.why} </strong> : null;
  const inOrder = [...templates.filter(isChosen), ...templates.filter((one) => !isChosen(one))];
  return (
    <section className="request-part" aria-labelledby="new-letter-heading">
      <h2 id="new-letter-heading">Write a letter</h2>
      <ul className="letter-kinds">
        {inOrder.map((template) => (
          <li key={template.kind}>
            <button
              type="button"
              className={isChosen(template) ? 'usa-button' : 'usa-button usa-button--outline'}
              disabled={beginning.isPending}
              onClick={() => {
                beginning.mutate(
                  { kind: template.kind },
                  {
                    onSuccess: ({ draft }) => {
                      onBegun(draft.id);
                    },
                  },
                );
              }}
            >
              {template.name}
            </button>
            <span>
              {why(template)}
              {template.purpose}
            </span>
          </li>
        ))}
      </ul>
      <Refused trouble={beginning.error} />
    </section>
  );
}
