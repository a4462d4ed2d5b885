import { useDepartments } from './people';

interface DepartmentTicksProps {
  readonly legend: string;
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
}

/** This is a choice among the departments; nothing where there are none. */
export function DepartmentTicks({ legend, chosen, onChoose }: DepartmentTicksProps) {
  const { data: departments } = useDepartments();
  if (departments === undefined || departments.length === 0) return null;
  return (
    <fieldset className="usa-fieldset ticks">
      <legend className="usa-legend">{legend}</legend>
      {departments.map(({ department: { id, name } }) => (
        <label className="tick" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => {
              onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id));
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
