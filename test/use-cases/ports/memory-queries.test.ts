import { MemoryDatabase } from '../../support/memory/memory-database';
import { MemoryQueries } from '../../support/memory/memory-queries';
import { querySuite } from '../../support/query-suite';

const database = new MemoryDatabase();

querySuite('in memory', async () => ({ database, queries: new MemoryQueries(database) }));
