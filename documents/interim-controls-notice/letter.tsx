import type { Frame } from '../document';
import { ControlsAnnex, DevicesAnnex } from '../parts/letter/annexes';
import { NoticeFrame } from '../parts/letter/notice-frame';
import { Labelled, Listed } from '../parts/letter/pieces';
import type { InterimControlsNotice } from './model';

/** Tells the maker which controls stand around its device, and what they may change for it. */
export const InterimControlsNoticeDocument = ({ model, frame }: { model: InterimControlsNotice; frame: Frame }) => (
  <NoticeFrame
    model={model}
    frame={frame}
    about="Notice of interim controls around a medical device"
    annex={model.devices ? <DevicesAnnex devices={model.devices} /> : null}
  >
    <Labelled heading="What it is about" entries={model.about} />
    <ControlsAnnex rows={model.controls} heading="The controls" note={null} />
    <Listed heading="What may change for you" items={model.effects} />
  </NoticeFrame>
);
