import { environment } from '../environment';
import { readEntry } from '../shared/scene';
import type { EntryQuery } from '../shared/scene';

/** What was scanned to get here, by the query of the app or of a page; undefined where nothing was. */
export const scannedOf = (query: EntryQuery) => readEntry(query, environment.plainLinkPrefix);
