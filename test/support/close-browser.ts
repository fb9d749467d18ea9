/** After the tests of the project `browser`. */
import type { OneBrowser } from './one-browser';

export default async function closeBrowser(): Promise<void> {
  const { oneBrowser } = globalThis as { oneBrowser?: OneBrowser };
  await oneBrowser?.server.close();
  oneBrowser?.film.remove();
}
