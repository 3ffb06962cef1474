/** In which order the answers of a supplier are read. */
export const ANSWERS_BY = { change: 'Change', device: 'Device', cve: 'Vulnerability' } as const;
export type AnswersBy = keyof typeof ANSWERS_BY;
export const isAnswersBy = (text: string): text is AnswersBy => Object.hasOwn(ANSWERS_BY, text);
