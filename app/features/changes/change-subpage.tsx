import { StateBadge } from '../../ui/badge';
import { PageHeader } from '../../ui/page';
import type { ChangeBrief } from './change-brief.server';
import { ChangeTabs } from './change-tabs';

/** Heading of a page under one change. */
export const ChangeSubpage = (props: { change: ChangeBrief; title: string; actions?: React.ReactNode }) => (
  <>
    <PageHeader
      crumbs={[
        { label: 'Changes', to: '/changes' },
        { label: props.change.reference, to: `/changes/${props.change.id}` },
        { label: props.title },
      ]}
      state={<StateBadge state="info">{props.change.statusLabel}</StateBadge>}
      title={props.title}
      sub={props.change.title}
      actions={props.actions}
    />
    <ChangeTabs changeId={props.change.id} />
  </>
);
