import { addContact } from '../../copy/contacts';

/** The order of the questions. */
const questions = ['relation', 'person'] as const;

export type AddStep = (typeof questions)[number] | 'done';

export const isStep = (step: unknown): step is AddStep => step === 'done' || questions.some((each) => each === step);

export const progressOf = (step: AddStep): string =>
  step === 'done' ? '' : addContact.steps(questions.indexOf(step) + 1, questions.length);
