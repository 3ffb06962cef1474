import { defineLetter } from '../parts/letter/definition';
import { NoticeOfIntentDocument } from './letter';
import { noticeOfIntentSamples } from './samples';

export const noticeOfIntentDefinition = defineLetter('notice-of-intent', NoticeOfIntentDocument, noticeOfIntentSamples);
