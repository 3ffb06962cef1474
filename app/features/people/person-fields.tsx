/** The fields of a person's form, with what was typed and what is refused. */
import { ROLE_LABELS, ROLE_PURPOSES } from '~/guard/role-words';
import { ROLES } from '~/guard/roles';
import { Radios, TextField } from '~/ui/field';

export interface PersonValues {
  name?: string;
  email?: string;
  jobTitle?: string;
  role?: string;
}

const ROLE_CHOICES = ROLES.map((role) => ({
  value: role,
  label: ROLE_LABELS[role],
  help: ROLE_PURPOSES[role],
}));

export function PersonFields({
  values,
  errors,
}: {
  values: PersonValues;
  errors: (field: string) => string[] | undefined;
}) {
  return (
    <>
      <TextField name="name" label="Name" value={values.name} errors={errors('name')} autoComplete="off" required />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        help="The person signs in with it."
        value={values.email}
        errors={errors('email')}
        autoComplete="off"
        required
      />
      <TextField
        name="jobTitle"
        label="Job title"
        value={values.jobTitle}
        errors={errors('jobTitle')}
        autoComplete="off"
      />
      <Radios
        name="role"
        label="Role"
        help="What a person may do follows from the role alone."
        choices={ROLE_CHOICES}
        value={values.role}
        errors={errors('role')}
        required
      />
    </>
  );
}
