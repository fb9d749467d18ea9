import { accept } from '../../../../miniprogram/shared/result';
import type { Review } from '../../domain/documents/face-check';
import type { Database, Stored } from '../../ports/database';
import type { Files } from '../../ports/files';
import { bindHolder } from './bind-holder';

export interface VerifyHolderDependencies {
  readonly database: Pick<Database, 'transact'>;
  readonly files: Pick<Files, 'remove'>;
}

/**
 * Verifies a holder whose face a reviewer has accepted, as `finishRealName` does; the review's portrait goes to the
 * roster, or its file is deleted. Nothing comes of it where the account is closed by then, somebody else's, or its
 * holder has taken consent back. Repeated, it changes nothing more.
 * @rule B3
 * @rule D6
 */
export const verifyHolder =
  ({ database, files }: VerifyHolderDependencies) =>
  async ({ value: { challenge, portrait } }: Stored<Review>, now: Date): Promise<void> => {
    const put = await database.transact(async (inside) => {
      const done = await bindHolder(inside, { challenge, portrait, stills: [] }, now);
      return done.ok ? done : accept({ unused: [portrait.fileId] });
    });
    if (put.data.unused.length > 0) await files.remove(put.data.unused);
  };
