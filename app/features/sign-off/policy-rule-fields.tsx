/** The fields of one rule and of one course. Everything that is given has to hold; nothing given: every change. */
import { ROLE_LABELS, ROLES } from '../../guard/roles';
import { changeKind } from '../../regulation/kinds';
import { KIND_IDS } from '../../regulation/kinds/kind-ids';
import { TIERS } from '../../regulation/tiers';
import { Checkboxes, Select, TextField } from '../../ui/field';
import { Submit } from '../../ui/form';
import type { FieldErrors, Kept } from '../changes/posted';
import { PLACE_WORDS } from './policy-words';
import { ROUTE_SLOTS, SLOT_LABELS } from './slots';

interface Group {
  /** Number of the group in the form. */
  at: number;
  fields: Kept;
  errors: FieldErrors;
}

const choicesOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const YES_NO = choicesOf({ yes: 'Only if so', no: 'Only if not' });
const SLOTS = ROUTE_SLOTS.map((value) => ({ value, label: SLOT_LABELS[value] }));
const TIER_CHOICES = TIERS.map((value) => ({ value, label: value }));
const KINDS = KIND_IDS.map((value) => ({ value, label: changeKind(value).label }));
const SIGNING = ROLES.filter((role) => role !== 'administrator').map((value) => ({ value, label: ROLE_LABELS[value] }));

/** Name, value and refusals of a field of the group. */
const fieldOf = (list: string, { at, fields, errors }: Group) => {
  const full = (name: string) => `${list}.${at}.${name}`;
  return {
    one: (name: string) => ({ name: full(name), value: fields[full(name)]?.[0], errors: errors[full(name)] }),
    many: (name: string) => ({ name: full(name), values: fields[full(name)] ?? [], errors: errors[full(name)] }),
  };
};

/** Folded to one line unless it is new or something in it is refused. */
const Frame = (props: { legend: string; of: string; open: boolean; remove: string; children: React.ReactNode }) => (
  <details className="rounded-box border border-base-300 p-3" open={props.open}>
    <summary className="cursor-pointer">
      <span className="font-semibold">{props.legend}</span>
      {props.of ? <span> · {props.of}</span> : null}
    </summary>
    <fieldset className="mt-3 flex flex-col gap-3">
      <legend className="sr-only">{props.legend}</legend>
      {props.children}
      <div>
        <Submit name="intent" value={props.remove} look="danger" small>
          Remove {props.legend.toLowerCase()}
        </Submit>
      </div>
    </fieldset>
  </details>
);

/** Whether a group has to be seen: nobody has filled it in yet, or one of its fields is refused. */
const isOpen = (list: string, { at, errors }: Group, name: string | undefined) =>
  !name || Object.keys(errors).some((field) => field.startsWith(`${list}.${at}.`));

/** @param place how many-th rule it is, for people */
export function RuleFields({ place, ...group }: Group & { place: number }) {
  const { one, many } = fieldOf('rules', group);
  const kinds = many('kinds');
  const slot = SLOTS.find(({ value }) => value === one('slot').value)?.label;
  const name = one('id').value;
  return (
    <Frame
      legend={`Rule ${place}`}
      of={[slot, name].filter(Boolean).join(' · ')}
      open={isOpen('rules', group, name)}
      remove={`remove.rules.${group.at}`}
    >
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <Select {...one('slot')} label="Who signs" choices={SLOTS} blank="Choose" required />
        <TextField {...one('id')} label="Short name" help="Small letters, digits, hyphens." required />
      </div>
      <TextField {...one('because')} label="Why" help="People read it beside the place." required />
      <p className="quiet text-[0.93em]">Conditions: all that are given have to hold. None: every change.</p>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <Select {...one('tier_at_least')} label="Outcome still possible, at least" choices={TIER_CHOICES} blank="Any" />
        <TextField
          {...one('risk_at_least')}
          label="Residual risk on any axis, at least"
          help="1 to 25."
          inputMode="numeric"
        />
        <Select {...one('emergency')} label="Acted upon before it is signed" choices={YES_NO} blank="Either way" />
        <Select {...one('duty_transfer')} label="May take on the maker’s duties" choices={YES_NO} blank="Either way" />
        <Checkboxes {...many('places')} label="Where it lands" choices={choicesOf(PLACE_WORDS)} />
        <TextField
          {...one('classes')}
          label="Class of the device"
          help="Any of these, with commas. “unknown” is one."
        />
      </div>
      <details open={kinds.values.length > 0 || kinds.errors !== undefined}>
        <summary className="cursor-pointer py-1">
          Kinds of change{kinds.values.length > 0 ? ` (${kinds.values.length})` : ''}
        </summary>
        <Checkboxes {...kinds} label="Any of these" choices={KINDS} />
      </details>
    </Frame>
  );
}

/** @param place how many-th course it is, for people */
export function CourseFields({ place, ...group }: Group & { place: number }) {
  const { one, many } = fieldOf('training', group);
  const title = one('title').value;
  return (
    <Frame
      legend={`Course ${place}`}
      of={title ?? ''}
      open={isOpen('training', group, title)}
      remove={`remove.training.${group.at}`}
    >
      <div className="grid grid-cols-1 gap-3 md:grid-cols-3">
        <TextField {...one('title')} label="Title" required />
        <TextField {...one('course')} label="Short name" help="Records of training hang on it." required />
        <TextField {...one('validMonths')} label="Good for, months" inputMode="numeric" required />
      </div>
      <Checkboxes {...many('roles')} label="Who has to have it" choices={SIGNING} />
    </Frame>
  );
}
