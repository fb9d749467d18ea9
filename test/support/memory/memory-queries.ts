import type { Certification } from '../../../cloudfunctions/core/domain/documents/certification';
import type { Cycle } from '../../../cloudfunctions/core/domain/documents/cycle';
import type { DailyMost, Queries } from '../../../cloudfunctions/core/ports/queries';
import type { Stored } from '../../../cloudfunctions/core/ports/database';
import type { MemoryDatabase } from './memory-database';
import { turn } from './memory-database';

const newestFirst = <D extends { at: Date }>(all: Stored<D>[]): Stored<D>[] =>
  all.sort((one, other) => other.value.at.getTime() - one.value.at.getTime());

/** The questions of the queries port, answered from a memory database; each is one call and yields. */
export class MemoryQueries implements Queries {
  /** The agency's current cycle; none until a test opens one. */
  cycle: Cycle | undefined;
  private tries = 0;

  constructor(private readonly database: MemoryDatabase) {}

  async recipientAndCycle(id: string) {
    await this.called('recipientAndCycle');
    const recipient = this.database.contents('recipients').find((document) => document.id === id);
    return { ...(recipient && { recipient }), ...(this.cycle && { cycle: structuredClone(this.cycle) }) };
  }

  async recipientsOf(ids: readonly string[]) {
    await this.called('recipientsOf');
    return this.database.contents('recipients').filter(({ id }) => ids.includes(id));
  }

  async countDaily(account: string, phone: string, day: string, most: DailyMost) {
    await this.called('countDaily');
    const marksOf = (id: string) =>
      this.database.contents('dailyCounters').find((document) => document.id === id)?.value.days[day] ?? [];
    const counters = [
      [account, marksOf(account), most.account],
      [phone, marksOf(phone), most.wechatUser],
    ] as const;
    if (counters.some(([, marks, limit]) => marks.length >= limit)) return false;
    const mark = ++this.tries;
    for (const [id, marks] of counters) this.database.place('dailyCounters', id, { days: { [day]: [...marks, mark] } });
    return true;
  }

  async certificationsOf(person: string, most: number, before?: Date) {
    await this.called('certificationsOf');
    return this.certifications(
      ({ personKey: whose, at }) => whose === person && (before === undefined || at < before),
    ).slice(0, most);
  }

  async certificationsBy(account: string, phone: string, since: Date, most: number) {
    await this.called('certificationsBy');
    return this.certifications(
      (document) => (document.accountId === account || document.wechatUserKey === phone) && document.at >= since,
    ).slice(0, most);
  }

  async certificationByNumber(number: string) {
    await this.called('certificationByNumber');
    return this.certifications((document) => document.number === number)[0];
  }

  async enrolmentsOf(account: string, most: number) {
    await this.called('enrolmentsOf');
    return this.database
      .contents('enrolments')
      .filter(({ value }) => value.accountId === account)
      .slice(0, most);
  }

  async helpAskedBy(account: string, most: number) {
    await this.called('helpAskedBy');
    return this.database
      .contents('helpRequests')
      .filter(({ value }) => value.askerAccountIds.includes(account))
      .sort((one, other) => other.value.askedAt.getTime() - one.value.askedAt.getTime())
      .slice(0, most);
  }

  private certifications(wanted: (document: Certification) => boolean): Stored<Certification>[] {
    return newestFirst(this.database.contents('certifications').filter(({ value }) => wanted(value)));
  }

  private async called(name: string): Promise<void> {
    this.database.calls.push(`queries.${name}`);
    await turn();
  }
}
