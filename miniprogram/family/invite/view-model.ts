import { inviteCopy } from '../../copy/invite';
import type { InvitationToShare } from '../../stores/invitation';

/** A card in a chat. */
export interface ShareCard {
  readonly title: string;
  readonly path: string;
  readonly imageUrl: string;
}

const picture = '/family/pictures/invitation.png';

/** The card of an invitation: nothing about a person stands on it (rule D10). Without one, a way to the first page. */
export const cardOf = (made: InvitationToShare | undefined): ShareCard =>
  made
    ? {
        title: inviteCopy.kinds[made.kind].title,
        path: `/family/invitation/index?code=${encodeURIComponent(made.code)}`,
        imageUrl: picture,
      }
    : { title: inviteCopy.plainTitle, path: '/pages/home/index', imageUrl: picture };
