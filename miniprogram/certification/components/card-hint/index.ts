import { idCard } from '../../../copy/real-name';
import type { CardFault } from '../../../shared/contract/identity';

const isFault = (fault: string): fault is CardFault => fault in idCard.pictures;

/** A drawn identity card in the frame of the camera: as it should be, or with what is wrong with it. */
Component({
  properties: {
    /** One of `cardFaults`; empty for a card as it should be. */
    fault: { type: String, observer: 'onFault' },
  },
  data: { label: idCard.goodPicture },
  methods: {
    onFault(fault: string) {
      this.setData({ label: isFault(fault) ? idCard.pictures[fault] : idCard.goodPicture });
    },
  },
});
