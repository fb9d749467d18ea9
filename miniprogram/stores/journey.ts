import { controls } from '../copy/controls';

/**
 * The order of the questions of a task that takes several pages: which comes next, which came before, which may be opened
 * and how far it is. A question is answered when its page has accepted the answer.
 */
export class Journey<Q extends string> {
  constructor(
    private readonly questions: readonly [Q, ...Q[]],
    private readonly isAnswered: (question: Q) => boolean,
  ) {}

  /** The next one that is still open: whoever went back to mend something comes straight back. */
  next(question: Q): Q {
    const later = this.questions.slice(this.questions.indexOf(question) + 1);
    return later.find((each) => !this.isAnswered(each)) ?? later[later.length - 1] ?? question;
  }

  /** The one before; the first has none, and is returned itself. */
  previous(question: Q): Q {
    return this.questions[this.questions.indexOf(question) - 1] ?? this.questions[0];
  }

  /** The one that may be opened: none is skipped, whatever an address asks for. */
  visit(wanted: unknown): Q {
    const place = this.questions.findIndex((question) => question === wanted);
    if (place < 0) return this.questions[0];
    const open = this.questions.slice(0, place).find((question) => !this.isAnswered(question));
    return open ?? this.questions[place] ?? this.questions[0];
  }

  /** "第 2 步，共 5 步"; empty for a page that asks nothing, such as the end. */
  progress(step: string): string {
    const place = this.questions.findIndex((question) => question === step);
    return place < 0 ? '' : controls.steps(place + 1, this.questions.length);
  }
}
