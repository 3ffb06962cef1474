/** Lines on what was proposed, stated and found. Pure. */
import { sourceInWords, sourceOfColumns } from '../provenance/source';
import { AXES, AXIS_LABELS } from '../risk/axes';
import type { CompletenessRule } from './completeness';
import { beside, count, missing, named, there } from './judging';
import type { ChangeMaterial } from './material';

const known = ({ value }: { value: unknown }) => value !== 'unknown' && value !== null;

const counting = ({ assessment }: ChangeMaterial) =>
  (assessment?.result.findings ?? []).filter(({ state }) => state === 'applies' || state === 'named');

export const STATED_RULES: readonly CompletenessRule[] = [
  {
    key: 'proposal',
    label: 'The proposal says what, where and who makes it',
    judge({ change, units }) {
      const open = [
        change.kinds.length === 0 && 'the kind of change',
        units.length === 0 && 'the units',
        change.actor === '' && 'who makes it',
      ].filter((one) => one !== false);
      return open.length === 0
        ? there(`Proposed by ${change.proposerName}; ${count(units.length, 'unit')}.`)
        : missing(`Not said: ${open.join(', ')}.`);
    },
  },
  {
    key: 'provenance',
    label: 'Every stated fact says where it comes from',
    judge({ statements }) {
      const facts = statements.filter((one) => one.type === 'fact' && known(one));
      const bare = facts.filter((one) => sourceInWords(sourceOfColumns(one)) === null);
      if (facts.length === 0) return beside('No fact was stated for this change.');
      return bare.length === 0
        ? there(`${count(facts.length, 'fact')}, each with its source.`)
        : missing(
            `${count(bare.length, 'fact')} of ${facts.length} without a source: ${named(bare.map(({ key }) => key))}.`,
          );
    },
  },
  {
    key: 'editions',
    label: 'Every finding names the edition of the guidance it rests on',
    judge(one) {
      const { assessment } = one;
      if (!assessment) return missing('It was never assessed.');
      const findings = counting(one);
      const bare = findings.filter(({ instrument, edition }) => !edition || !assessment.editions[instrument]?.sha256);
      if (findings.length === 0) return there(`Assessment ${assessment.number}: no chart applies.`);
      return bare.length === 0
        ? there(
            `${count(findings.length, 'finding')} of assessment ${assessment.number}, each with edition and digest.`,
          )
        : missing(`Without edition or digest: ${named(bare.map(({ instrument }) => instrument))}.`);
    },
  },
  {
    key: 'questions',
    label: 'No question that could change the outcome is open',
    judge(one) {
      if (!one.assessment) return missing('It was never assessed.');
      const open = counting(one).flatMap(({ instrument, open: left }) =>
        left.map(({ question }) => `${instrument}/${question}`),
      );
      return open.length === 0
        ? there('Every question on the paths is answered.')
        : missing(`${count(open.length, 'question')} open, counted as the worst they could bring: ${named(open)}.`);
    },
  },
  {
    key: 'derived',
    label: 'Somebody checked every derived answer on the path',
    judge({ derived }) {
      const left = derived.filter(({ confirmedBy }) => confirmedBy === null);
      if (derived.length === 0) return beside('No answer on the paths was derived.');
      return left.length === 0
        ? there(`${count(derived.length, 'derived answer')}, each confirmed by name.`)
        : missing(`${left.length} of ${derived.length} not confirmed: ${named(left.map(({ key }) => key))}.`);
    },
  },
  {
    key: 'report',
    label: 'The assessment was printed',
    judge({ documents }) {
      const printed = documents.filter(({ kind, sha256 }) => kind === 'assessment-report' && sha256 !== null);
      return printed.length > 0
        ? there(named(printed.map(({ reference }) => reference)))
        : missing('No assessment report is in the record.');
    },
  },
  {
    key: 'risk',
    label: 'Risk is rated on all four axes, before and after',
    judge({ ratings }) {
      const open = (['before', 'after'] as const).flatMap((moment) =>
        AXES.filter((axis) => !ratings.some((one) => one.axis === axis && one.moment === moment)).map(
          (axis) => `${AXIS_LABELS[axis].toLowerCase()} ${moment}`,
        ),
      );
      return open.length === 0
        ? there('Eight ratings, each with its reason.')
        : missing(`Not rated: ${named(open, 8)}.`);
    },
  },
  {
    key: 'hazards',
    label: 'A hazard log with the signature of the clinical safety officer',
    judge({ hazards, signatures, rounds }) {
      if (hazards.length === 0) return missing('The hazard log is empty.');
      const round = rounds.at(-1)?.id;
      const signed = signatures.find(
        (one) =>
          one.roundId === round && one.slot === 'clinical_safety' && one.voidedAt === null && one.meaning !== 'reject',
      );
      return signed
        ? there(`${count(hazards.length, 'hazard')}, signed by ${signed.printedName}.`)
        : missing(`${count(hazards.length, 'hazard')}, and no standing signature of a clinical safety officer.`);
    },
  },
  {
    key: 'reportability',
    label: 'Whether something had to be reported was decided by a named person',
    judge({ triages }) {
      if (triages.length === 0) return beside('Nobody saw a reason to ask.');
      const open = triages.filter(({ decision }) => decision === null);
      return open.length === 0
        ? there(`${count(triages.length, 'decision')}.`)
        : missing(
            `${count(open.length, 'decision')} still open: ${named(open.map(({ deciderName }) => deciderName))}.`,
          );
    },
  },
];
