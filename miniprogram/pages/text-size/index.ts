import { textSizeCopy } from '../../copy/text-size';
import { goBack } from '../../services/navigation';
import { bindStore } from '../../stores/bind-store';
import { textSize, textSizes } from '../../stores/text-size';
import type { TextSize } from '../../stores/text-size';

interface SizeEvent {
  currentTarget: { dataset: { size: TextSize } };
}

Component({
  behaviors: [bindStore(textSize, { chosen: (store) => store.chosen })],
  data: {
    copy: textSizeCopy,
    sizes: textSizes.map((size) => ({ size, text: textSizeCopy.sizes[size] })),
  },
  methods: {
    onSize(event: SizeEvent) {
      textSize.choose(event.currentTarget.dataset.size);
    },
    onDone: () => goBack(),
  },
});
